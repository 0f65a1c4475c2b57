import type { Step } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';
import { asObject, isTrue, type JsonObject } from '../../lib/values.ts';
import { permissionLabels } from '../../records/users.ts';
import { readCurrent } from '../../steps/current.ts';

type Values = {
  userId: string;
  permissions?: JsonObject | undefined;
  current?: JsonObject | undefined;
};

/** A user, in a wrapper or without. */
const wrappedUser = record({ noun: 'user', one: 'user', sample: { id: 'GCs5KuzPqTls7vWclkEV' } });

const permissionNames = Object.keys(permissionLabels);

/** The permissions of a user that are on or off. */
const permissionsOf = (user: JsonObject): JsonObject => {
  const current = asObject(user.permissions);
  const known = permissionNames.filter((name) => /^(true|false)$/.test(String(current[name])));
  return Object.fromEntries(known.map((name) => [name, isTrue(current[name])]));
};

/**
 * Sends the permissions that are filled in with the others as they are: the document gives each switch a default, so
 * those left out could fall back to it (users.json, PermissionsDto). Without any, nothing is read or sent.
 */
export const keepPermissions: Step<Values>[] = [
  readCurrent('GET /users/{userId}', wrappedUser, {
    isNeeded: ({ permissions }) => permissions !== undefined,
  }),
  {
    before: (_, { permissions, current = {} }) => ({
      permissions: permissions && { ...permissionsOf(current), ...permissions },
      current: undefined,
    }),
  },
];
