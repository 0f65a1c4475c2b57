import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { conversationId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { conversation } from '../../records/conversations.ts';

const input = zod.object({ conversationId });

export default defineTrigger({
  key: 'get_conversation',
  noun: 'Conversation',
  display: {
    label: 'Get Conversation',
    description: 'Triggers when a conversation of your choice changes.',
  },
  operation: trigger('GET /conversations/{conversationId}', { input, record: conversation }),
});
