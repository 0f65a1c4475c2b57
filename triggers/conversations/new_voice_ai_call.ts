import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { voiceCallPages, voiceCalls } from '../../records/voiceCalls.ts';

const input = zod.object({
  locationId,
  agentId: chosen(
    'Agent',
    'list_voice_agent_choices.id.name',
    'Leave empty for all agents.',
  ).optional(),
  withTests: yesNo(
    'With Test Calls',
    'Whether calls that only test an agent trigger, too.',
  ).default(false),
});

export default defineTrigger({
  key: 'new_voice_ai_call',
  noun: 'Call',
  display: {
    label: 'New Voice AI Call',
    description:
      'Triggers when a voice AI agent has finished a call. Gives its summary and transcript.',
  },
  operation: trigger('GET /voice-ai/dashboard/call-logs', {
    input,
    request: ({ withTests, ...values }) => ({
      ...values,
      callType: withTests ? undefined : 'LIVE',
    }),
    record: voiceCalls,
    paging: voiceCallPages,
    revision: 'new',
  }),
});
