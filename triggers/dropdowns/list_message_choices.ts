import { defineTrigger } from 'zapier-platform-core';
import { messageChoices } from './messageChoices.ts';

export default defineTrigger({
  key: 'list_message_choices',
  noun: 'Message',
  display: {
    label: 'List Message Choices',
    description: 'Fills the dropdown of a conversation’s messages.',
    hidden: true,
  },
  operation: messageChoices(),
});
