import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { callOfConversation } from '../../fields/calls.ts';
import { trigger } from '../../lib/operations.ts';
import { readRecording, recording, recordingRoute } from '../../records/recordings.ts';

const input = zod.object(callOfConversation);

export default defineTrigger({
  key: 'get_message_recording',
  noun: 'Recording',
  display: {
    label: 'Get Message Recording',
    description: 'Triggers when a call of your choice has a recording.',
  },
  operation: trigger(recordingRoute, {
    input,
    record: recording,
    send: readRecording,
  }),
});
