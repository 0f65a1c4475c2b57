import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, text } from '../../fields/common.ts';
import { asMessage, messageText, sending } from '../../fields/messages.ts';
import { create } from '../../lib/operations.ts';
import { sentMessage } from '../../records/sentMessages.ts';
import { waitForDelivery } from '../../steps/delivery.ts';

const { contactId, ...rest } = sending;
const input = zod
  .object({
    contactId,
    type: choice(
      'Channel',
      {
        IG: 'Instagram',
        FB: 'Facebook Messenger',
        Live_Chat: 'Live chat',
        TIKTOK: 'TikTok',
        RCS: 'RCS',
        Custom: 'Custom provider',
      },
      'The contact must have written to you on this channel before.',
    ),
    message: messageText,
    conversationProviderId: text(
      'Custom Provider',
      'Only for the channel “Custom provider”: the ID of your app’s conversation provider, from its settings in the HighLevel marketplace.',
    ).optional(),
    ...rest,
  })
  // HighLevel answers “done” and sends nothing without it (api#custom-messages).
  .refine(({ type, conversationProviderId }) => type !== 'Custom' || conversationProviderId, {
    path: ['conversationProviderId'],
    message: 'is required for the channel “Custom provider”.',
  });

export default defineCreate({
  key: 'send_message',
  noun: 'Message',
  display: {
    label: 'Send Message',
    description: 'Sends a message by Instagram, Facebook, live chat or another channel.',
  },
  operation: create('POST /conversations/messages', {
    input,
    request: asMessage,
    record: sentMessage,
    steps: [waitForDelivery],
  }),
});
