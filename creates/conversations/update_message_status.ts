import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, list, text } from '../../fields/common.ts';
import { emailMessageId, listConversationId, messageId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { messageStatus } from '../../records/messages.ts';
import { deliveryError } from './deliveryError.ts';

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
  recipients: list(
    'Additional Recipients',
    text('Recipient'),
    'Email addresses of other recipients that get the same status.',
  ).optional(),
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
