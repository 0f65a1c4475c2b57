import { recordIn } from '../../lib/api/answers.ts';
import { record } from '../../lib/record.ts';
import { asObject, isTrue, type JsonObject } from '../../lib/values.ts';
import { permissionLabels } from '../../records/users.ts';
import { readCurrent } from '../../steps/current.ts';

interface Values {
  userId: string;
  permissions?: JsonObject | undefined;
}

const readRoute = 'GET /users/{userId}';

/** A user, in a wrapper or without. */
const wrappedUser = record({ noun: 'user', one: 'user', sample: { id: 'GCs5KuzPqTls7vWclkEV' } });

/** Reads the user if permissions are to be changed. */
export const readUser = readCurrent<Values>({
  routes: [readRoute],
  isNeeded: ({ permissions }) => permissions !== undefined,
  read: async (run, { userId }) => recordIn(await run.call(readRoute, { userId }), wrappedUser),
});

const permissionNames = Object.keys(permissionLabels);

/**
 * The permissions that are filled in, with the others as they are: the document gives each switch a default, so those
 * left out could fall back to it (users.json, PermissionsDto). Without any, nothing is sent.
 * @param user as it is now
 */
export const keepPermissions = (
  permissions: JsonObject | undefined,
  user: JsonObject = {},
): JsonObject | undefined => {
  const current = asObject(user.permissions);
  const known = permissionNames.filter((name) => /^(true|false)$/.test(String(current[name])));
  const unchanged = Object.fromEntries(known.map((name) => [name, isTrue(current[name])]));
  return permissions && { ...unchanged, ...permissions };
};
