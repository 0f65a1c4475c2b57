import type { LookAgain } from '../../lib/operations.ts';
import { users } from '../../records/users.ts';

/** Where a user who was perhaps just made is looked for: no two users sign in with the same email. */
export const newUser: LookAgain<{ companyId: string; email: string }> = {
  route: 'GET /users/search',
  request: ({ companyId, email }) => ({ companyId, query: email, skip: '0', limit: '10' }),
  record: users,
  isUnique: true,
  isIt: (found, { email }) => String(found.email).toLowerCase() === email.toLowerCase(),
};
