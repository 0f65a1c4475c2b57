import * as zod from 'zod';
import { endpoint, fail, limit, skip, text } from '../endpoint.ts';
import { users as usersOf } from '../seed/users.ts';

export const users = [
  /** Only the sub-account's own people, never the agency's owner; companyId is refused (reality d.0 ⚡14, d.8). */
  endpoint(
    'GET /users/',
    {
      version: '2021-07-28',
      scopes: ['users.readonly'],
      query: zod.strictObject({ locationId: text }),
    },
    ({ location, state }) => ({
      users: [...usersOf(state.company).values()].filter(
        ({ roles, deleted }) => !deleted && roles.locationIds.includes(location.id),
      ),
    }),
  ),

  /** Without companyId: 401 (reality d.1). */
  endpoint(
    'GET /users/search',
    {
      version: '2021-07-28',
      scopes: ['users.readonly'],
      token: 'either',
      query: zod.strictObject({
        companyId: zod.string().optional(),
        query: zod.string().optional(),
        skip,
        limit: limit(100, 25),
        locationId: zod.string().optional(),
        type: zod.string().optional(),
        role: zod.string().optional(),
        ids: zod.string().optional(),
        sort: zod.string().optional(),
        sortDirection: zod.string().optional(),
        enabled2waySync: zod.stringbool().optional(),
      }),
    },
    ({ query, token, location, state }) => {
      if (!query.companyId) {
        throw fail(401, { statusCode: 401, message: 'E01 - Unauthorized request' });
      }
      if (query.companyId !== token.companyId) throw fail(403, 'Forbidden resource');
      const wanted = query.query?.toLowerCase() ?? '';
      const place = location?.id ?? query.locationId;
      const ids = query.ids?.split(',');
      const found = [...usersOf(state.company).values()].filter(
        ({ id, name, email, phone, roles, deleted }) =>
          !deleted &&
          `${name} ${email} ${phone}`.toLowerCase().includes(wanted) &&
          (!place || roles.locationIds.includes(place)) &&
          (!query.type || roles.type === query.type) &&
          (!query.role || roles.role === query.role) &&
          (!ids || ids.includes(id)),
      );
      return { users: found.slice(query.skip, query.skip + query.limit), count: found.length };
    },
  ),
];
