import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { warnOfDelete } from '../../fields/common.ts';
import { conversationId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

export default defineCreate({
  key: 'delete_conversation',
  noun: 'Conversation',
  display: {
    label: 'Delete Conversation',
    description: 'Deletes a conversation with all its messages. The contact stays.',
  },
  operation: create('DELETE /conversations/{conversationId}', {
    input: zod.object({ conversationId, warning: warnOfDelete('conversation') }),
    record: deleted('conversation', 'conversationId', { success: true }),
  }),
});
