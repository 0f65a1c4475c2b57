import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { unauthorized } from '../../gateway/errors.ts';
import { limit, located, optionalText, skip, text } from '../../gateway/schemas.ts';
import { type User, users } from '../../seed/users.ts';
import { pageOf } from '../records.ts';
import { checkCompany, reading } from './access.ts';

export const userLists = [
  /**
   * Only the sub-account's own people, never the agency's owner; companyId is refused (api#users-of-a-sub-account,
   * api#user-queries). Gone in v3.
   */
  endpoint(
    'GET /users/',
    { ...reading, token: 'sub-account', query: located, until: 'gone' },
    ({ location, state }) => ({
      users: [...users(state.company).values()].filter(
        ({ roles, deleted }) => !deleted && roles.locationIds.includes(location.id),
      ),
    }),
  ),

  /** Without companyId: 401 (api#user-queries). */
  endpoint(
    'GET /users/search',
    {
      ...reading,
      query: zod.strictObject({
        companyId: optionalText,
        query: optionalText,
        skip,
        limit: limit(100, 25),
        locationId: optionalText,
        type: optionalText,
        role: optionalText,
        ids: optionalText,
        sort: optionalText,
        sortDirection: optionalText,
        enabled2waySync: zod.stringbool().optional(),
      }),
    },
    ({ query, token, location, state }) => {
      if (!query.companyId) {
        throw unauthorized('E01 - Unauthorized request');
      }
      checkCompany(query.companyId, token);
      const wanted = query.query?.toLowerCase() ?? '';
      const place = location?.id ?? query.locationId;
      const ids = query.ids?.split(',');
      const found = sorted(query, [...users(state.company).values()]).filter(
        ({ id, name, email, phone, roles, deleted }) =>
          !deleted &&
          `${name} ${email} ${phone}`.toLowerCase().includes(wanted) &&
          (!place || roles.locationIds.includes(place)) &&
          (!query.type || roles.type === query.type) &&
          (!query.role || roles.role === query.role) &&
          (!ids || ids.includes(id)),
      );
      return { users: pageOf(found, query.skip, query.limit), count: found.length };
    },
  ),

  /** Agency only (catalog); with no projection just id and email (users.json, FilterByEmailDto). */
  endpoint(
    'POST /users/search/filter-by-email',
    {
      ...reading,
      token: 'agency',
      body: zod.strictObject({
        companyId: text,
        emails: text,
        deleted: zod.boolean().default(false),
        skip: digits('0'),
        limit: digits('25'),
        projection: optionalText,
      }),
    },
    ({ body, token, state }) => {
      checkCompany(body.companyId, token);
      const emails = body.emails.split(',').map((email) => email.trim().toLowerCase());
      const found = [...users(state.company).values()].filter(
        ({ email, deleted }) => deleted === body.deleted && emails.includes(email.toLowerCase()),
      );
      const page = pageOf(found, Number(body.skip), Number(body.limit));
      return {
        users: page.map((user) => projected(user, body.projection)),
        count: found.length,
      };
    },
  ),
];

/** The id and what is asked for; the email where nothing is. */
function projected(user: User, projection = 'email'): object {
  if (projection === 'all') return user;
  const names = ['id', ...projection.split(',')];
  return Object.fromEntries(Object.entries(user).filter(([name]) => names.includes(name)));
}

/** A number in a text, which is what the document says of it. */
function digits(byDefault: string) {
  return zod.string().regex(/^\d+$/, 'must be a number string').default(byDefault);
}

/** By first and last name, or by age, which is the order in which users are kept (users.json, `sort`). */
function sorted(
  { sort, sortDirection }: { sort?: string | undefined; sortDirection?: string | undefined },
  all: User[],
): User[] {
  const found = sort === 'dateAdded' ? all : all.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sortDirection === 'desc' ? found.reverse() : found;
}
