import { defineTrigger } from 'zapier-platform-core';
import { emailIdsOf } from '../../records/messages.ts';
import { messageChoices } from './messageChoices.ts';

export default defineTrigger({
  key: 'list_email_choices',
  noun: 'Email',
  display: {
    label: 'List Email Choices',
    description: 'Fills the dropdown of a conversation’s emails.',
    hidden: true,
  },
  // One message of type email may hold several emails.
  operation: messageChoices('TYPE_EMAIL', (message) => {
    const ids = emailIdsOf(message);
    return ids.length > 0 ? ids : [String(message.id)];
  }),
});
