import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, longText, text } from '../../fields/common.ts';
import { contactId, conversationId } from '../../fields/ids.ts';
import { asHtml } from '../../fields/messages.ts';
import { create } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';

const input = zod.object({
  conversationId,
  contactId,
  type: choice('Channel', {
    SMS: 'SMS',
    Email: 'Email',
    WhatsApp: 'WhatsApp',
    IG: 'Instagram',
    FB: 'Facebook Messenger',
    Live_Chat: 'Live chat',
    Custom: 'Custom provider',
  }),
  message: longText('Message'),
  // Without it HighLevel answers “done” and adds nothing (api#custom-messages).
  conversationProviderId: text(
    'Conversation Provider',
    'The ID of your app’s conversation provider, from its settings in the HighLevel marketplace. HighLevel accepts messages only from such a provider.',
  ),
});

const addedMessage = record({
  noun: 'message',
  sample: {
    id: 't22c6DQcTDf3MjRhwf77',
    conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
    contactId: 'ocQHyuzHvysMo5N5VsXc',
    dateAdded: '2026-03-04T09:30:45.000Z',
  },
  complete: (records) =>
    records.map(({ id, messageId, conversationId: of, contactId: from, dateAdded }) => ({
      id: messageId ?? id,
      conversationId: of,
      contactId: from,
      dateAdded,
    })),
});

export default defineCreate({
  key: 'add_inbound_message',
  noun: 'Message',
  display: {
    label: 'Add Inbound Message',
    description:
      'Adds a message from a contact to a conversation, for example one that came in by another app.',
  },
  operation: create('POST /conversations/messages/inbound', {
    input,
    request: (values) => ({
      ...values,
      ...(values.type === 'Email' ? { html: asHtml(values.message) } : {}),
      // HighLevel’s own default is that the message went out (api#inbound-messages).
      direction: 'inbound',
    }),
    record: addedMessage,
  }),
});
