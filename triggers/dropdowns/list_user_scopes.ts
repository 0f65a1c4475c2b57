import { defineTrigger } from 'zapier-platform-core';
import { fixedChoices } from '../../lib/operations.ts';
import { scopeLabel, scopeNames } from './userScopes.ts';

export default defineTrigger({
  key: 'list_user_scopes',
  noun: 'Scope',
  display: {
    label: 'List User Scopes',
    description: 'Fills the dropdown of what a user may do.',
    hidden: true,
  },
  operation: fixedChoices(() =>
    scopeNames
      .map((scope): [string, string] => [scope, scopeLabel(scope)])
      .sort(([, a], [, b]) => a.localeCompare(b)),
  ),
});
