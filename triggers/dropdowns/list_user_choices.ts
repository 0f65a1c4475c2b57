import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import { readUserChoices, userRoutes } from './userChoices.ts';

export default defineTrigger({
  key: 'list_user_choices',
  noun: 'User',
  display: {
    label: 'List User Choices',
    description: 'Fills the dropdown of users.',
    hidden: true,
  },
  operation: choicesFrom(userRoutes, (run) => readUserChoices(run), { canPaginate: true }),
});
