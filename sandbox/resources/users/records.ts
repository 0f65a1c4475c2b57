import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { email, optionalText, text } from '../../gateway/schemas.ts';
import { permissionDefaults, type User, users } from '../../seed/users.ts';
import { checkCompany, checkLocations, reading, userOf, writing } from './access.ts';

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

/** What only v3 lets a user do (users-v3.json). */
const NEW_SCOPES = [
  'pipelines.create',
  'ai-studio.readonly',
  'ai-studio.write',
  'askai.write',
  'copilot.readonly',
];
const classicScopes = zod
  .array(zod.string().refine((scope) => !NEW_SCOPES.includes(scope), 'must be a valid scope'))
  .optional();
const scopes = zod.array(zod.string()).optional();
const scopesV3 = { scopes, scopesAssignedToOnly: scopes };

/** What create and update take (users.json, UpdateUserDto). */
const written = {
  firstName: text,
  lastName: text,
  email,
  password: text,
  phone: text,
  type: zod.enum(['account', 'agency']),
  role: zod.enum(['admin', 'user']),
  companyId: text,
  locationIds: zod.array(zod.string()),
  permissions,
  scopes: classicScopes,
  scopesAssignedToOnly: classicScopes,
  profilePhoto: optionalText,
  twilioPhone: zod.record(zod.string(), zod.string()).optional(),
  platformLanguage: zod.enum([...languages, 'fi', 'no']).optional(),
};

const createBody = zod.strictObject({ ...written, phone: text.optional() });
const updateBody = zod.strictObject(written).partial();

export const userRecords = [
  /** Without a wrapper (api#user-record). */
  endpoint('GET /users/{userId}', reading, ({ path, token, state }) =>
    userOf(path.userId, token, state),
  ),

  endpoint(
    'POST /users/',
    { ...writing, status: 201, body: createBody, v3: { body: createBody.extend(scopesV3) } },
    ({ body, token, state }) => {
      checkCompany(body.companyId, token);
      checkLocations(body.locationIds, token, state);
      const all = [...users(state.company).values()];
      if (all.some(({ email, deleted }) => !deleted && email === body.email.toLowerCase())) {
        throw fail(400, 'User with the same email already exists');
      }
      const user = newUser(state.newId(), body);
      users(state.company).set(user.id, user);
      return user;
    },
  ),

  /** The email is not changed any more, scopes are replaced as a whole; the agency must say which it is (users.json). */
  endpoint(
    'PUT /users/{userId}',
    { ...writing, body: updateBody, v3: { body: updateBody.extend(scopesV3) } },
    ({ path, body, token, state }) => {
      const known = userOf(path.userId, token, state);
      if (token.locationId === undefined || body.companyId !== undefined) {
        checkCompany(body.companyId, token);
      }
      checkLocations(body.locationIds ?? [], token, state);
      const user = userAfter(known, body);
      users(state.company).set(user.id, user);
      return user;
    },
  ),

  endpoint('DELETE /users/{userId}', writing, ({ path, token, generation, state }) => {
    const user = userOf(path.userId, token, state);
    users(state.company).set(user.id, { ...user, deleted: true });
    return {
      ...(generation === 'v3' ? { succeeded: true } : { succeded: true }),
      message: `Queued deleting user with e-mail ${user.email} and name ${user.name}. Will take effect in a few minutes.`,
    };
  }),
];

type CreateBody = zod.output<typeof createBody>;

const newUser = (id: string, body: CreateBody): User => ({
  id,
  name: `${body.firstName} ${body.lastName}`,
  firstName: body.firstName,
  lastName: body.lastName,
  email: body.email.toLowerCase(),
  phone: body.phone ?? '',
  extension: '',
  deleted: false,
  permissions: body.permissions ?? permissionDefaults,
  roles: {
    type: body.type,
    role: body.role,
    locationIds: body.locationIds,
    restrictSubAccount: false,
  },
  scopes: body.scopes ?? [],
  scopesAssignedToOnly: body.scopesAssignedToOnly ?? [],
  ...(body.profilePhoto && { profilePhoto: body.profilePhoto }),
  lcPhone: {},
  platformLanguage: body.platformLanguage ?? 'en_US',
});

function userAfter(known: User, body: zod.output<typeof updateBody>): User {
  const { firstName = known.firstName, lastName = known.lastName } = body;
  return {
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
}
