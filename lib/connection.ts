import { type Bundle, errors, type PlainInputField, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { codeOf, explain401, networkTrouble, nextStep } from '../middleware.ts';
import { apiUrl, type Token } from './api.ts';
import { halted } from './halted.ts';
import { explained, postSecretly } from './raw.ts';
import { timeFor } from './runTime.ts';

/** A connection to an agency (company token) has no location of its own. */
export const isAgency = (bundle: Bundle): boolean => !bundle.authData.locationId;

/** The sub-account that an operation works in: the connection's, or the one chosen in “Sub-Account”. */
export const locationOf = (bundle: Bundle): string =>
  bundle.authData.locationId || String(bundle.inputData.locationId ?? '').trim();

const subAccount: PlainInputField = {
  key: 'locationId',
  label: 'Sub-Account',
  type: 'string',
  required: true,
  dynamic: 'list_sub_accounts.id.name',
  altersDynamicFields: true,
  helpText: 'The sub-account to work in. Only those in which this app is installed are listed.',
};

/** “Sub-Account”, first in the form of every sub-account operation on an agency connection; else no field. */
export const subAccountField = (_z: ZObject, bundle: Bundle): PlainInputField[] =>
  isAgency(bundle) ? [subAccount] : [];

type Cache = {
  get: (key: string, scope: string[]) => Promise<unknown>;
  delete: (key: string, scope: string[]) => Promise<boolean>;
};

// Never shared between connections: core takes the scope here too, only its types leave it out.
const ownScope = ['auth'];
const cacheOf = (z: ZObject) => z.cache as unknown as Cache;
const keyOf = (bundle: Bundle, name: string) =>
  `${bundle.authData.companyId ?? ''}:${locationOf(bundle)}:${name}`;

/** A run of an operation. */
export type Run = { z: ZObject; bundle: Bundle };

/** What is kept for the connection and sub-account under a name. A cache that fails is an empty one, and fails no step. */
export const recall = ({ z, bundle }: Run, name: string): Promise<unknown> =>
  cacheOf(z)
    .get(keyOf(bundle, name), ownScope)
    .catch(() => null);

/** Keeps a value for the connection and sub-account. */
export const keep = async (
  { z, bundle }: Run,
  name: string,
  value: unknown,
  seconds: number,
): Promise<void> => {
  // core refuses a value that has undefined anywhere in it.
  const plain = JSON.parse(JSON.stringify(value ?? null));
  await z.cache.set(keyOf(bundle, name), plain, seconds, ownScope).catch(() => null);
};

/** Forgets what is kept under a name. */
export const forget = async ({ z, bundle }: Run, name: string): Promise<void> => {
  await cacheOf(z)
    .delete(keyOf(bundle, name), ownScope)
    .catch(() => false);
};

/**
 * What `load` answers, kept for the connection and sub-account for some time.
 * @param shape what is kept: another version of the app may have kept something else under the same name
 * @param seconds how long the answer may be reused
 */
export const cached = async <T>(
  run: Run,
  name: string,
  shape: zod.core.$ZodType<T>,
  seconds: number | ((value: T) => number),
  load: () => Promise<T>,
): Promise<T> => {
  const kept = zod.safeParse(shape, await recall(run, name));
  if (kept.success) return kept.data;
  const value = await load();
  await keep(run, name, value, typeof seconds === 'number' ? seconds : seconds(value));
  return value;
};

/**
 * What `load` answers, by id, kept for five minutes, and read anew where a needed id is not among it: it may be newer.
 * An id that is in no answer is kept too, as null, or it would be looked up at each poll.
 */
export const cachedById = async <T>(
  run: Run,
  name: string,
  shape: zod.core.$ZodType<T>,
  needed: string[],
  load: () => Promise<Record<string, T>>,
): Promise<Record<string, T | null>> => {
  let isKept = true;
  const kept = zod.record(zod.string(), zod.nullable(shape));
  const found = await cached<Record<string, T | null>>(run, name, kept, 300, () => {
    isKept = false;
    return load();
  });
  const missing = needed.filter((id) => !Object.hasOwn(found, id));
  if (missing.length === 0) return found;
  const gone = Object.entries(found).filter(([, one]) => one === null);
  const all = {
    ...Object.fromEntries([...gone, ...missing.map((id) => [id, null] as const)]),
    ...(isKept ? await load() : found),
  };
  await keep(run, name, all, 300);
  return all;
};

const locationToken = zod.object({
  access_token: zod.string(),
  /** Epoch milliseconds until which it is used: the cache alone is not trusted to forget in time. */
  until: zod.number(),
});
type LocationToken = zod.output<typeof locationToken>;

// A token lives 86,399 s (reality d.1): with so small a margin a day of polls needs one.
const margin = 45;

const tokenName = 'location-token';

/** A raw 401 leaves no words behind: asked once more in the plain way, HighLevel says why. */
const sayWhy401 = async (
  z: ZObject,
  bundle: Bundle,
  form: Record<string, string>,
): Promise<void> => {
  const url = `${apiUrl()}/oauth/locationToken`;
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(form).toString();
  await z
    .request({ method: 'POST', url, headers, body, timeout: timeFor(bundle, 5_000) })
    .catch(() => null);
};

const noAccess = (trace = ''): Error =>
  new errors.Error(
    `HighLevel gave no access to this sub-account. Check that the app is installed in it.${trace}`,
    'forbidden',
    403,
  );

/** Exchanges the agency's token for one of the chosen sub-account (oauth.json, get-location-access-token). */
const exchange = async (z: ZObject, bundle: Bundle): Promise<LocationToken> => {
  const form = { companyId: bundle.authData.companyId ?? '', locationId: locationOf(bundle) };
  const answer = await postSecretly(
    z,
    '/oauth/locationToken',
    form,
    timeFor(bundle, 10_000),
    (response) => explained(response, z, bundle),
  ).catch(async (error: unknown) => {
    if (error instanceof Error && error.name === 'RefreshAuthError') {
      await sayWhy401(z, bundle, form);
      explain401(z, bundle, 'POST /oauth/locationToken');
    }
    // What is not found here is no record: a search must not take it for one that there is not.
    if (codeOf(error) === 'not_found') throw noAccess(/ \(trace [^)]*\)/.exec(String(error))?.[0]);
    throw networkTrouble(z, error, nextStep(bundle, true));
  });
  const data = answer as { access_token?: string; expires_in?: number } | undefined;
  if (!data?.access_token) throw noAccess();
  const seconds = Math.max(1, (data.expires_in ?? 3_600) - margin);
  return { access_token: data.access_token, until: Date.now() + seconds * 1000 };
};

/** Drops the sub-account token of an agency connection, so that the next request exchanges a new one. */
export const dropLocationToken = (z: ZObject, bundle: Bundle): Promise<void> =>
  forget({ z, bundle }, tokenName);

/** Throws HaltedError at once where the kind of connection cannot do what the endpoint does. */
export const assertConnection = (bundle: Bundle, token: Token): void => {
  if (token === 'agency' && !isAgency(bundle)) {
    throw halted(
      'This needs an agency connection, but this Zap is connected to one sub-account. Add a connection to your agency and choose it in this step.',
    );
  }
};

/**
 * The header for an endpoint's kind of token, or none where the connection's own token is the right one.
 * Throws HaltedError where the kind of connection cannot do the operation.
 */
export const authorization = async (
  z: ZObject,
  bundle: Bundle,
  token: Token,
): Promise<Record<string, string>> => {
  assertConnection(bundle, token);
  if (token !== 'sub-account' || !isAgency(bundle)) return {};
  if (!locationOf(bundle)) {
    throw halted('“Sub-Account” is required: choose the sub-account to work in.');
  }
  const remaining = ({ until }: LocationToken) => Math.ceil((until - Date.now()) / 1000);
  const take = () =>
    cached({ z, bundle }, tokenName, locationToken, remaining, () => exchange(z, bundle));
  let kept = await take();
  if (remaining(kept) <= 0) {
    await dropLocationToken(z, bundle);
    kept = await take();
  }
  return { Authorization: `Bearer ${kept.access_token}` };
};
