import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { asObject, type JsonObject } from '../../lib/values.ts';
import { exportedMessages, exportPages, exportRoute } from '../../records/exportedMessages.ts';

const input = zod.object({
  locationId,
  withVoicemail: yesNo(
    'With Voicemail',
    'Whether a call counts as missed if the contact left a voicemail. Leave empty for yes.',
  ).default(true),
});

const missed = new Set(['no-answer', 'busy', 'failed', 'canceled', 'voicemail']);

/** How a call ended: in two places, by age of the answer (api#calls). */
const endOf = ({ meta }: JsonObject): string => {
  const { call, callStatus } = asObject(meta);
  return String(asObject(call).status ?? callStatus ?? '');
};

export default defineTrigger({
  key: 'missed_call',
  noun: 'Message',
  display: {
    label: 'Missed Call',
    description: 'Triggers when a contact calls and nobody answers.',
  },
  operation: trigger(exportRoute, {
    input,
    request: ({ locationId: location }) => ({ locationId: location, channel: 'Call' }),
    record: exportedMessages,
    paging: exportPages,
    // A call that still rings is no event yet.
    revision: (call) =>
      call.direction === 'inbound' && missed.has(endOf(call)) ? 'missed' : undefined,
    filter: (call, { withVoicemail }) => withVoicemail || endOf(call) !== 'voicemail',
  }),
});
