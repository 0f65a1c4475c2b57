import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { text } from '../../fields/common.ts';
import { asMessage, messageText, sending } from '../../fields/messages.ts';
import { create } from '../../lib/operations.ts';
import { sentMessage } from '../../records/sentMessages.ts';
import { waitForDelivery } from '../../steps/delivery.ts';

const { contactId, ...rest } = sending;
const input = zod.object({
  contactId,
  message: messageText,
  fromNumber: text(
    'From Number',
    'One of the sub-account’s phone numbers, for example +14155550134. Leave empty to use the contact’s usual one.',
  ).optional(),
  ...rest,
});

export default defineCreate({
  key: 'send_sms',
  noun: 'Message',
  display: { label: 'Send SMS', description: 'Sends a text message to a contact.' },
  operation: create('POST /conversations/messages', {
    input,
    request: (values) => ({ ...asMessage(values), type: 'SMS' }),
    record: sentMessage,
    steps: [waitForDelivery],
  }),
});
