import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { callId, listConversationId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import {
  readTranscription,
  transcription,
  transcriptionRoute,
} from '../../records/transcriptions.ts';

const input = zod.object({ locationId, conversationId: listConversationId, messageId: callId });

export default defineTrigger({
  key: 'get_message_transcription',
  noun: 'Transcription',
  display: {
    label: 'Get Message Transcription',
    description: 'Triggers when a call of your choice has a transcription, or when it changes.',
  },
  operation: trigger(transcriptionRoute, {
    input,
    record: transcription,
    send: readTranscription,
  }),
});
