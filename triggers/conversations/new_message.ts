import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { exportedMessages, exportPages, exportRoute } from '../../records/exportedMessages.ts';
import { isActivity } from '../../records/messages.ts';

const input = zod.object({
  locationId,
  channel: choice(
    'Channel',
    {
      SMS: 'SMS',
      Email: 'Email',
      Call: 'Call',
      WhatsApp: 'WhatsApp',
      Instagram: 'Instagram',
      Facebook: 'Facebook',
    },
    'Leave empty for all channels but email, which HighLevel lists apart: for emails, choose “Email”.',
  ).optional(),
  direction: choice('Direction', { inbound: 'From the contact', outbound: 'To the contact' })
    .meta({ helpText: 'Leave empty for both.' })
    .optional(),
});

export default defineTrigger({
  key: 'new_message',
  noun: 'Message',
  display: {
    label: 'New Message',
    description: 'Triggers when a message of any contact is received or sent.',
  },
  operation: trigger(exportRoute, {
    input,
    request: ({ direction: _, ...values }) => values,
    record: exportedMessages,
    paging: exportPages,
    revision: (message) => (isActivity(message) ? undefined : 'new'),
    filter: (message, { direction }) => !direction || message.direction === direction,
  }),
});
