import { defineTrigger } from 'zapier-platform-core';
import { emailChoices } from '../../fields/messages.ts';

export default defineTrigger({
  key: 'list_email_choices',
  noun: 'Email',
  display: {
    label: 'List Email Choices',
    description: 'Fills the dropdown of a conversation’s emails.',
    hidden: true,
  },
  operation: emailChoices(),
});
