import { defineTrigger } from 'zapier-platform-core';
import { messageChoices } from './messageChoices.ts';

export default defineTrigger({
  key: 'list_call_choices',
  noun: 'Call',
  display: {
    label: 'List Call Choices',
    description: 'Fills the dropdown of a conversation’s calls.',
    hidden: true,
  },
  operation: messageChoices('TYPE_CALL'),
});
