import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, email, list, yesNo } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { users } from '../../records/users.ts';

const input = zod.object({
  companyId,
  emails: list(
    'Emails',
    email('Email'),
    'Users with one of these addresses. HighLevel offers this only to agency connections.',
  ).transform((emails) => emails.join(',')),
  deleted: yesNo('Deleted Users', 'Choose yes to find users who were deleted.').default(false),
});

export default defineTrigger({
  key: 'filter_users_by_email',
  noun: 'User',
  display: {
    label: 'Filter Users by Email',
    description: 'Triggers when a user with one of the given email addresses is added or changed.',
  },
  operation: trigger('POST /users/search/filter-by-email', {
    input,
    // Without the projection HighLevel answers with ID and email only.
    request: (values) => ({ ...values, projection: 'all' }),
    record: users,
    paging: {
      size: 100,
      params: ({ index, size }) => ({ skip: String(index * size), limit: String(size) }),
    },
  }),
});
