import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, text } from '../../fields/common.ts';
import { emailMessageId, listConversationId, messageId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { messageStatus } from '../../records/messages.ts';

/** What went wrong, in the words of the message’s provider: all three or none (conversations.json, ErrorDto). */
const deliveryError = zod
  .object({
    message: text('Error Message').optional(),
    code: text('Error Code').optional(),
    type: text('Error Type', 'Your provider’s name for this kind of error.').optional(),
  })
  .refine(
    ({ message, code, type }) => [message, code, type].every(Boolean) || !(message || code || type),
    'Fill in “Error Message”, “Error Code” and “Error Type”, or none of them.',
  )
  .meta({ label: 'Error', group: 'Error' });

const input = zod.object({
  conversationId: listConversationId,
  messageId,
  status: choice('Status', {
    delivered: 'Delivered',
    read: 'Read',
    pending: 'Pending',
    failed: 'Failed',
  }),
  error: deliveryError.optional(),
  emailMessageId: emailMessageId
    .meta({ helpText: 'Only for messages of type email: the email that gets the status.' })
    .optional(),
  recipients: zod
    .array(text('Recipient'))
    .meta({
      label: 'Additional Recipients',
      helpText: 'Email addresses of other recipients that get the same status.',
    })
    .optional(),
});

export default defineCreate({
  key: 'update_message_status',
  noun: 'Message',
  display: {
    label: 'Update Message Status',
    description: 'Sets the status of a message, for example to delivered, read or failed.',
  },
  operation: create('PUT /conversations/messages/{messageId}/status', {
    input,
    record: messageStatus,
  }),
});
