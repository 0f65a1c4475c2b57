import { withRun } from '../../lib/perform.ts';

/** “Sub-Account” of a search in the whole agency; a sub-account’s connection searches in its own. */
export const subAccountFilter = withRun(({ isAgency }) =>
  isAgency
    ? [
        {
          key: 'locationId',
          label: 'Sub-Account',
          type: 'string' as const,
          dynamic: 'list_sub_accounts.id.name',
          helpText: 'Leave empty to find users of the whole agency.',
        },
      ]
    : [],
);
