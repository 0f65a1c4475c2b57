import { defineTrigger } from 'zapier-platform-core';
import { conversationChoices } from '../../fields/conversations.ts';

export default defineTrigger({
  key: 'list_conversation_choices',
  noun: 'Conversation',
  display: {
    label: 'List Conversation Choices',
    description: 'Fills the dropdown of conversations.',
    hidden: true,
  },
  operation: conversationChoices,
});
