import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { callOfConversation } from '../../fields/calls.ts';
import { trigger } from '../../lib/operations.ts';
import {
  readTranscriptionFile,
  transcriptionFile,
  transcriptionFileRoute,
} from '../../records/transcriptions.ts';

const input = zod.object(callOfConversation);

export default defineTrigger({
  key: 'download_message_transcription',
  noun: 'Transcription',
  display: {
    label: 'Download Transcription',
    description:
      'Triggers when a call of your choice has a transcription, and returns it as a file.',
  },
  operation: trigger(transcriptionFileRoute, {
    input,
    record: transcriptionFile,
    send: readTranscriptionFile,
  }),
});
