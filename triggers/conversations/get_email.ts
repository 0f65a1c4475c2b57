import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { emailMessageId, listConversationId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { emailMessage } from '../../records/messages.ts';

const input = zod.object({ conversationId: listConversationId, id: emailMessageId });

export default defineTrigger({
  key: 'get_email',
  noun: 'Email',
  display: {
    label: 'Get Email by ID',
    description:
      'Triggers when an email of your choice changes, for example when it is delivered or opened.',
  },
  operation: trigger('GET /conversations/messages/email/{id}', { input, record: emailMessage }),
});
