import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, list, locationId, text, yesNo } from '../../fields/common.ts';
import { userId } from '../../fields/ids.ts';
import { userRole, userType } from '../../fields/users.ts';
import { trigger } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';
import { users } from '../../records/users.ts';
import { subAccountFilter } from './subAccountFilter.ts';

const input = zod.object({
  companyId,
  locationId: locationId.optional(),
  query: text('Search Text', 'Only users whose full name, email or phone matches.').optional(),
  type: userType.optional(),
  role: userRole.optional(),
  ids: list('Users', userId, 'Only these users. Leave empty for all of them.')
    .transform((ids) => ids.join(','))
    .optional(),
  enabled2waySync: yesNo('Two-Way Sync Is On').optional(),
});

export default defineTrigger({
  key: 'search_users',
  noun: 'User',
  display: {
    label: 'Search Users',
    description: 'Triggers when a user who matches your search is added or changed.',
  },
  operation: trigger('GET /users/search', {
    input,
    request: (values) => ({ ...values, sort: 'dateAdded', sortDirection: 'desc' }),
    record: users,
    paging: bySkip(100),
    fields: (own) => [subAccountFilter, ...own],
  }),
});
