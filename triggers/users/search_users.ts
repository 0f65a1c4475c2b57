import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, locationId, text, yesNo } from '../../fields/common.ts';
import { userId } from '../../fields/ids.ts';
import { subAccountFilter, userRole, userType } from '../../fields/users.ts';
import { poll, withInputFields } from '../../lib/operation.ts';
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
    .meta({ label: 'Users', helpText: 'Only these users; leave empty for all of them.' })
    .optional(),
  enabled2waySync: yesNo('Two-Way Sync Is On').optional(),
});

const operation = poll('GET /users/search', input, users, {
  size: 100,
  ask: ({ index, size }) => ({
    skip: index * size,
    limit: size,
    sort: 'dateAdded',
    sortDirection: 'desc',
  }),
});

export default defineTrigger({
  key: 'search_users',
  noun: 'User',
  display: {
    label: 'Search Users',
    description: 'Triggers when a user who fits your search is new or changes.',
  },
  operation: withInputFields(operation, (own) => [subAccountFilter, ...own]),
});
