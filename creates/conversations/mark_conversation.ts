import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId, yesNo } from '../../fields/common.ts';
import { conversationId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { markedConversation } from '../../records/conversations.ts';

const input = zod
  .object({
    locationId,
    conversationId,
    unread: choice('Mark As', { read: 'Read', unread: 'Unread' }).optional(),
    starred: yesNo('Star').optional(),
  })
  .refine(
    ({ unread, starred }) => unread !== undefined || starred !== undefined,
    'Fill in “Mark As” or “Star”.',
  );

export default defineCreate({
  key: 'mark_conversation',
  noun: 'Conversation',
  display: {
    label: 'Mark Conversation',
    description: 'Marks a conversation as read or unread, or stars it.',
  },
  operation: create('PUT /conversations/{conversationId}', {
    input,
    request: ({ unread, ...values }) => ({
      ...values,
      ...(unread === undefined ? {} : { unreadCount: unread === 'unread' ? 1 : 0 }),
    }),
    record: markedConversation,
  }),
});
