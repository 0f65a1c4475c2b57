import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, email, list, longText, text } from '../../fields/common.ts';
import { emailMessageId, listConversationId } from '../../fields/ids.ts';
import { asHtml, asMessage, sending } from '../../fields/messages.ts';
import { create } from '../../lib/operations.ts';
import { sentMessage } from '../../records/sentMessages.ts';
import { waitForDelivery } from '../../steps/delivery.ts';

const { contactId, ...rest } = sending;
const addresses = (label: string) => list(label, email(label)).optional();

const input = zod.object({
  contactId,
  subject: text('Subject'),
  html: longText('Body', 'Plain text or HTML. Line breaks of a plain text are kept.'),
  emailFrom: email(
    'From',
    'An address that may send for the sub-account. Leave empty to use its usual one.',
  ).optional(),
  emailTo: email(
    'To',
    'Another address of the contact. Leave empty to use the main one.',
  ).optional(),
  emailCc: addresses('CC'),
  emailBcc: addresses('BCC'),
  ...rest,
  conversationId: listConversationId,
  replyMessageId: emailMessageId
    .meta({
      label: 'Reply To',
      helpText: 'The email that this one answers, so that both are in one thread.',
    })
    .optional(),
  emailReplyMode: choice('Reply Mode', {
    reply: 'To the sender only',
    reply_all: 'To everybody in the thread',
  }).optional(),
});

export default defineCreate({
  key: 'send_email',
  noun: 'Email',
  display: { label: 'Send Email', description: 'Sends an email to a contact.' },
  operation: create('POST /conversations/messages', {
    input,
    request: ({ html, ...values }) => ({
      ...asMessage(values),
      type: 'Email',
      html: asHtml(html),
    }),
    record: sentMessage,
    steps: [waitForDelivery],
  }),
});
