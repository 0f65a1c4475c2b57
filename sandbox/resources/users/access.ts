import { fail, forbidden } from '../../gateway/errors.ts';
import { type User, users } from '../../seed/users.ts';
import type { Token } from '../../state/grants.ts';
import type { State } from '../../state/state.ts';
import { existing } from '../records.ts';

const version = '2021-07-28' as const;
const either = 'either' as const;

/** What reading and writing users takes. */
export const reading = { version, scopes: ['users.readonly'], token: either };
export const writing = { version, scopes: ['users.write'], token: either };

/** A sub-account's token does not reach users of the agency or of other sub-accounts (api#users-of-a-sub-account). */
export function userOf(id: string, token: Token, state: State): User {
  const user = users(state.company).get(id);
  const isReached = !token.locationId || user?.roles.locationIds.includes(token.locationId);
  return existing(user?.deleted || !isReached ? undefined : user, 'User', id);
}

/** The company must be the token's own. */
export function checkCompany(companyId: string | undefined, token: Token): void {
  if (companyId !== token.companyId) throw forbidden();
}

/** A sub-account's token names its own only, an agency's any that there is. */
export function checkLocations(ids: string[], token: Token, state: State): void {
  const isAllowed = (id: string) =>
    token.locationId ? id === token.locationId : state.locations.has(id);
  if (!ids.every(isAllowed)) throw fail(403, 'The token does not have access to this location.');
}
