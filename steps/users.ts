import { recordIn } from '../lib/api/answers.ts';
import type { Step } from '../lib/operations.ts';
import { record } from '../lib/record.ts';
import { asObject, isTrue, type JsonObject } from '../lib/values.ts';
import { permissionLabels } from '../records/users.ts';
import { assertRead } from './current.ts';
import { shownIf } from './shownIf.ts';

/** An agency chooses sub-accounts from a list; a sub-account’s connection knows only its own. */
export const byConnection: Step[] = [
  shownIf('locationIds', ({ isAgency }) => isAgency),
  shownIf('twilioPhone', ({ isAgency }) => isAgency),
  shownIf('twilioNumber', ({ isAgency }) => !isAgency),
];

const readRoute = 'GET /users/{userId}';

/** A user, in a wrapper or without. */
const wrappedUser = record({ noun: 'user', one: 'user', sample: { id: 'GCs5KuzPqTls7vWclkEV' } });

const permissionNames = Object.keys(permissionLabels);

/**
 * Sends the user’s other permissions again together with those that are filled in: the document gives each switch a
 * default, so those left out could fall back to it (users.json, PermissionsDto). Without any, nothing is sent.
 */
export const keepPermissions: Step<{
  userId: string;
  permissions?: Record<string, unknown> | undefined;
}> = {
  routes: [readRoute],
  before: async (run, { userId, permissions }) => {
    if (!permissions) return undefined;
    const user = assertRead(recordIn(await run.call(readRoute, { userId }), wrappedUser));
    const current: JsonObject = asObject(user.permissions);
    const known = permissionNames.filter((name) => /^(true|false)$/.test(String(current[name])));
    const kept = Object.fromEntries(known.map((name) => [name, isTrue(current[name])]));
    return { permissions: { ...kept, ...permissions } };
  },
};
