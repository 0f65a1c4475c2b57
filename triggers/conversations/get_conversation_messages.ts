import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, list } from '../../fields/common.ts';
import { conversationId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { isActivity, messagePages, messages, messagesRoute } from '../../records/messages.ts';
import { listedMessageTypes } from '../../records/messageTypes.ts';

const input = zod.object({
  conversationId,
  type: list(
    'Message Types',
    choice('Type', listedMessageTypes),
    'Leave this empty to get all messages, but no activities.',
  ).optional(),
});

export default defineTrigger({
  key: 'get_conversation_messages',
  noun: 'Message',
  display: {
    label: 'Get Messages by Conversation',
    description:
      'Triggers when a conversation gets a message, or when one of its messages changes.',
  },
  operation: trigger(messagesRoute, {
    input,
    request: ({ type, ...rest }) => ({ ...rest, type: type?.join(',') }),
    record: messages,
    paging: messagePages,
    filter: (message, { type }) => type !== undefined || !isActivity(message),
  }),
});
