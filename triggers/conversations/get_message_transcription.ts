import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { callOfConversation } from '../../fields/calls.ts';
import { trigger } from '../../lib/operations.ts';
import {
  readTranscription,
  transcription,
  transcriptionRoute,
} from '../../records/transcriptions.ts';

const input = zod.object(callOfConversation);

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
