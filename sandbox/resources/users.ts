import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { limit, skip, text } from '../gateway/schemas.ts';
import { permissionDefaults, type User, users as usersOf } from '../seed/users.ts';
import type { Token } from '../state/grants.ts';
import type { State } from '../state/state.ts';

const version = '2021-07-28' as const;
const either = 'either' as const;
const reading = { version, scopes: ['users.readonly'], token: either };
const writing = { version, scopes: ['users.write'], token: either };

/** A switch that a write leaves out falls back to its default (users.json, PermissionsDto). */
const permissions = zod
  .strictObject(
    Object.fromEntries(
      Object.entries(permissionDefaults).map(([name, value]) => [
        name,
        zod.boolean().default(value),
      ]),
    ),
  )
  .optional();

const languages = ['en_US', 'es', 'fr_CA', 'fr_FR', 'nl', 'de', 'pt_PT', 'pt_BR', 'it', 'sv', 'da'];

/** What create and update take (users.json, UpdateUserDto). */
const written = {
  firstName: text,
  lastName: text,
  email: zod.email(),
  password: text,
  phone: text,
  type: zod.enum(['account', 'agency']),
  role: zod.enum(['admin', 'user']),
  companyId: text,
  locationIds: zod.array(zod.string()),
  permissions,
  scopes: zod.array(zod.string()).optional(),
  scopesAssignedToOnly: zod.array(zod.string()).optional(),
  profilePhoto: zod.string().optional(),
  twilioPhone: zod.record(zod.string(), zod.string()).optional(),
  platformLanguage: zod.enum([...languages, 'fi', 'no']).optional(),
};

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
      const found = sorted(query, [...usersOf(state.company).values()]).filter(
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
        projection: zod.string().optional(),
      }),
    },
    ({ body, token, state }) => {
      checkCompany(body.companyId, token);
      const emails = body.emails.split(',').map((email) => email.trim().toLowerCase());
      const found = [...usersOf(state.company).values()].filter(
        ({ email, deleted }) => deleted === body.deleted && emails.includes(email.toLowerCase()),
      );
      const names = body.projection?.split(',') ?? ['email'];
      const shown = found.slice(Number(body.skip), Number(body.skip) + Number(body.limit));
      return {
        users:
          body.projection === 'all'
            ? shown
            : shown.map((user) =>
                Object.fromEntries(
                  Object.entries(user).filter(([name]) => name === 'id' || names.includes(name)),
                ),
              ),
        count: found.length,
      };
    },
  ),

  /** Without a wrapper (reality d.8). */
  endpoint('GET /users/{userId}', reading, ({ path, token, state }) =>
    userOf(path.userId, token, state),
  ),

  endpoint(
    'POST /users/',
    {
      ...writing,
      status: 201,
      body: zod.strictObject({ ...written, phone: text.optional() }),
    },
    ({ body, token, state }) => {
      checkCompany(body.companyId, token);
      checkLocations(body.locationIds, token, state);
      const all = [...usersOf(state.company).values()];
      if (all.some(({ email, deleted }) => !deleted && email === body.email.toLowerCase())) {
        throw fail(400, 'User with the same email already exists');
      }
      const { permissions: given, scopes = [], scopesAssignedToOnly = [] } = body;
      const user: User = {
        id: state.newId(),
        name: `${body.firstName} ${body.lastName}`,
        firstName: body.firstName,
        lastName: body.lastName,
        email: body.email.toLowerCase(),
        phone: body.phone ?? '',
        extension: '',
        deleted: false,
        permissions: given ?? permissionDefaults,
        roles: {
          type: body.type,
          role: body.role,
          locationIds: body.locationIds,
          restrictSubAccount: false,
        },
        scopes,
        scopesAssignedToOnly,
        ...(body.profilePhoto && { profilePhoto: body.profilePhoto }),
        lcPhone: {},
        platformLanguage: body.platformLanguage ?? 'en_US',
      };
      usersOf(state.company).set(user.id, user);
      return user;
    },
  ),

  /** The e-mail is not changed any more, scopes are replaced as a whole; the agency must say which it is (users.json). */
  endpoint(
    'PUT /users/{userId}',
    { ...writing, body: zod.strictObject(written).partial() },
    ({ path, body, token, state }) => {
      const known = userOf(path.userId, token, state);
      if (token.locationId === undefined || body.companyId !== undefined) {
        checkCompany(body.companyId, token);
      }
      checkLocations(body.locationIds ?? [], token, state);
      const { firstName = known.firstName, lastName = known.lastName } = body;
      const user: User = {
        ...known,
        firstName,
        lastName,
        name: `${firstName} ${lastName}`,
        phone: body.phone ?? known.phone,
        permissions: body.permissions ?? known.permissions,
        roles: {
          ...known.roles,
          type: body.type ?? known.roles.type,
          role: body.role ?? known.roles.role,
          locationIds: body.locationIds ?? known.roles.locationIds,
        },
        scopes: body.scopes ?? known.scopes,
        scopesAssignedToOnly: body.scopesAssignedToOnly ?? known.scopesAssignedToOnly,
        ...(body.profilePhoto && { profilePhoto: body.profilePhoto }),
        platformLanguage: body.platformLanguage ?? known.platformLanguage,
      };
      usersOf(state.company).set(user.id, user);
      return user;
    },
  ),

  endpoint('DELETE /users/{userId}', writing, ({ path, token, state }) => {
    const user = userOf(path.userId, token, state);
    usersOf(state.company).set(user.id, { ...user, deleted: true });
    return {
      succeded: true,
      message: `Queued deleting user with e-mail ${user.email} and name ${user.name}. Will take effect in a few minutes.`,
    };
  }),
];

/** A number in a text, which is what the document says of it. */
function digits(byDefault: string) {
  return zod.string().regex(/^\d+$/, 'must be a number string').default(byDefault);
}

/** A sub-account's token does not reach users of the agency or of other sub-accounts (reality d.0 ⚡14). */
function userOf(id: string, token: Token, state: State): User {
  const user = usersOf(state.company).get(id);
  const isReached = !token.locationId || user?.roles.locationIds.includes(token.locationId);
  if (!user || user.deleted || !isReached) throw fail(400, `User with id ${id} not found`);
  return user;
}

function checkCompany(companyId: string | undefined, token: Token): void {
  if (companyId !== token.companyId) throw fail(403, 'Forbidden resource');
}

function checkLocations(ids: string[], token: Token, state: State): void {
  const isAllowed = (id: string) =>
    token.locationId ? id === token.locationId : state.locations.has(id);
  if (!ids.every(isAllowed)) throw fail(403, 'The token does not have access to this location.');
}

/** By first and last name, or by age, which is the order in which users are kept (users.json, `sort`). */
function sorted(
  { sort, sortDirection }: { sort?: string | undefined; sortDirection?: string | undefined },
  users: User[],
): User[] {
  const found = sort === 'dateAdded' ? users : users.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sortDirection === 'desc' ? found.reverse() : found;
}
