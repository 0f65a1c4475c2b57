import { defineTrigger } from 'zapier-platform-core';
import { fixedChoices } from '../../lib/operations.ts';
import { formatScope, scopes } from './userScopes.ts';

export default defineTrigger({
  key: 'list_user_scopes',
  noun: 'Scope',
  display: {
    label: 'List User Scopes',
    description: 'Fills the dropdown of user scopes.',
    hidden: true,
  },
  operation: fixedChoices(() =>
    scopes
      .map((scope): [string, string] => [scope, formatScope(scope)])
      .sort(([, a], [, b]) => a.localeCompare(b)),
  ),
});
