import * as zod from 'zod';
import type { Run } from './run.ts';

interface Cache {
  get: (key: string, scope: string[]) => Promise<unknown>;
  set: (key: string, value: unknown, seconds: number, scope: string[]) => Promise<boolean>;
  delete: (key: string, scope: string[]) => Promise<boolean>;
}

// Never shared between connections: core takes the scope for reading and deleting too, only its types leave it out (zapier#cache).
const ownScope = ['auth'];
const cacheOf = ({ z }: Run) => z.cache as unknown as Cache;
const keyOf = ({ bundle, locationId }: Run, name: string) =>
  `${bundle.authData.companyId ?? ''}:${locationId}:${name}`;

/** What is kept for the connection and sub-account under a name. A cache that fails counts as empty. */
export const readCache = (run: Run, name: string): Promise<unknown> =>
  cacheOf(run)
    .get(keyOf(run, name), ownScope)
    .catch(() => null);

/** Keeps a value for the connection and sub-account. A cache that fails fails no step. */
export const writeCache = async (
  run: Run,
  name: string,
  value: unknown,
  seconds: number,
): Promise<void> => {
  // core refuses a value that has undefined anywhere in it (zapier#cache).
  const plain = JSON.parse(JSON.stringify(value ?? null));
  await cacheOf(run)
    .set(keyOf(run, name), plain, seconds, ownScope)
    .catch(() => false);
};

/** Forgets what is kept under a name. */
export const clearCache = async (run: Run, name: string): Promise<void> => {
  await cacheOf(run)
    .delete(keyOf(run, name), ownScope)
    .catch(() => false);
};

/** Something that is kept for the connection and sub-account. */
export interface Entry<Value> {
  name: string;
  /** What is kept: another version of the app may have kept something else under the same name. */
  shape: zod.core.$ZodType<Value>;
  /** How long it may be used, in seconds; five minutes if it is not said. */
  seconds?: number | ((value: Value) => number);
}

const fiveMinutes = 300;

/** What `load` answers, kept for some time. */
export const cached = async <Value>(
  run: Run,
  { name, shape, seconds = fiveMinutes }: Entry<Value>,
  load: () => Promise<Value>,
): Promise<Value> => {
  const found = zod.safeParse(shape, await readCache(run, name));
  if (found.success) return found.data;
  const value = await load();
  await writeCache(run, name, value, typeof seconds === 'number' ? seconds : seconds(value));
  return value;
};

/**
 * What `load` answers, by id, kept for five minutes, and loaded again if a needed id is not among it: it may be newer.
 * An id that is in no answer is kept too, as null, or it would be looked up at each poll.
 */
export const cachedById = async <Value>(
  run: Run,
  { name, shape }: Omit<Entry<Value>, 'seconds'>,
  needed: string[],
  load: () => Promise<Record<string, Value>>,
): Promise<Record<string, Value | null>> => {
  let isFresh = false;
  const byId = zod.record(zod.string(), zod.nullable(shape));
  const found = await cached<Record<string, Value | null>>(run, { name, shape: byId }, () => {
    isFresh = true;
    return load();
  });
  const missing = needed.filter((id) => !Object.hasOwn(found, id));
  if (missing.length === 0) return found;
  const gone = Object.entries(found).filter(([, value]) => value === null);
  const all = {
    ...Object.fromEntries([...gone, ...missing.map((id) => [id, null] as const)]),
    ...(isFresh ? found : await load()),
  };
  await writeCache(run, name, all, fiveMinutes);
  return all;
};
