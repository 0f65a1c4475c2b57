import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, locationId, text, yesNo } from '../../fields/common.ts';
import { userId } from '../../fields/ids.ts';
import { userRole, userType } from '../../fields/users.ts';
import { trigger } from '../../lib/operations.ts';
import { withRun } from '../../lib/perform.ts';
import { users } from '../../records/users.ts';

const input = zod.object({
  companyId,
  locationId: locationId.optional(),
  query: text('Search Text', 'Only users whose full name, email or phone matches.').optional(),
  type: userType.optional(),
  role: userRole.optional(),
  ids: zod
    .array(userId)
    .transform((ids) => ids.join(','))
    .meta({ label: 'Users', helpText: 'Only these users. Leave empty for all of them.' })
    .optional(),
  enabled2waySync: yesNo('Two-Way Sync Is On').optional(),
});

const subAccountFilter = withRun(({ isAgency }) =>
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

export default defineTrigger({
  key: 'search_users',
  noun: 'User',
  display: {
    label: 'Search Users',
    description: 'Triggers when a user who matches your search is added or changed.',
  },
  operation: trigger('GET /users/search', {
    input,
    record: users,
    paging: {
      size: 100,
      params: ({ index, size }) => ({
        skip: index * size,
        limit: size,
        sort: 'dateAdded',
        sortDirection: 'desc',
      }),
    },
    fields: (own) => [subAccountFilter, ...own],
  }),
});
