import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { listConversationId, messageId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { message } from '../../records/messages.ts';

const input = zod.object({ conversationId: listConversationId, id: messageId });

export default defineTrigger({
  key: 'get_message',
  noun: 'Message',
  display: {
    label: 'Get Message by ID',
    description:
      'Triggers when a message of your choice changes, for example when it is delivered or fails.',
  },
  operation: trigger('GET /conversations/messages/{id}', { input, record: message }),
});
