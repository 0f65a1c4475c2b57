import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { asMessage, messageText, sending } from '../../fields/messages.ts';
import { create } from '../../lib/operations.ts';
import { sentMessage } from '../../records/sentMessages.ts';
import { waitForDelivery } from '../../steps/delivery.ts';

const { contactId, ...rest } = sending;
const input = zod.object({
  contactId,
  message: messageText.meta({
    label: 'Message',
    helpText:
      'WhatsApp allows free text only within 24 hours after the contact’s last message. Later it needs a template, which a workflow in HighLevel can send.',
  }),
  ...rest,
});

export default defineCreate({
  key: 'send_whatsapp',
  noun: 'Message',
  display: { label: 'Send WhatsApp', description: 'Sends a WhatsApp message to a contact.' },
  operation: create('POST /conversations/messages', {
    input,
    request: (values) => ({ ...asMessage(values), type: 'WhatsApp' }),
    record: sentMessage,
    steps: [waitForDelivery],
  }),
});
