import * as zod from 'zod';
import { companyId, locationId, text } from '../../fields/common.ts';
import { noUsersId } from '../../fields/ids.ts';
import { choicesReader } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import { joinParts } from './names.ts';

const users = {
  list: 'users',
  name: ({ name, firstName, lastName, email }: JsonObject) =>
    name || joinParts([firstName, lastName], ' ') || email,
};

/** The paging of an agency’s users. */
export const userPages = bySkip(100);

/** The lists of users: of a sub-account and of an agency. */
export const userRoutes = ['GET /users/', 'GET /users/search'];

const readOfSubAccount = choicesReader('GET /users/', {
  input: zod.object({ locationId }),
  ...users,
});
const readOfAgency = choicesReader('GET /users/search', {
  input: zod.object({ companyId, locationId: locationId.optional() }),
  ...users,
  paging: userPages,
});
const readOfAgencyById = choicesReader('GET /users/search', {
  input: zod.object({ companyId, ids: text('Users') }),
  ...users,
  paging: userPages,
});

const none = {
  id: noUsersId,
  name: 'No users in this sub-account: agency owners are not listed. Type the user’s ID instead.',
};

/**
 * A page of users as choices. The list of a sub-account has one page and is closed to agency connections. If it is
 * empty, one choice says why.
 */
export const readUserChoices = async (run: Run, page = run.bundle.meta.page ?? 0) => {
  if (run.isAgency) return readOfAgency(run, page);
  if (page > 0) return [];
  const found = await readOfSubAccount(run);
  return found.length > 0 ? found : [none];
};

/** Users as choices, by their IDs and in that order: one request. Those that HighLevel does not give are left out. */
export const readUsersById = async (run: Run, ids: string[]) => {
  const found = run.isAgency
    ? await readOfAgencyById(run, 0, { ids: ids.join(',') })
    : await readOfSubAccount(run);
  return ids.flatMap((id) => found.filter((user) => user.id === id));
};
