import type { ZObject } from 'zapier-platform-core';
import * as zod from 'zod';

interface Cache {
  get: (key: string, scope: string[]) => Promise<unknown>;
  set: (
    key: string,
    value: unknown,
    seconds: number,
    scope: string[],
    onlyIfAbsent?: boolean,
  ) => Promise<boolean | null>;
  delete: (key: string, scope: string[]) => Promise<boolean>;
}

// Never shared between connections: core takes the scope for reading and deleting too, only its types leave it out
// (zapier#cache).
const ownScope = ['auth'];

/** Milliseconds for which an answer of Zapier’s memory is waited for: core waits without end (zapier#cache). */
const patience = 3_000;

/**
 * What a memory of Zapier answers, or something else if it fails or stays silent: a run that waits for it until Zapier
 * ends it would be run again, and what it has written would be written twice.
 * @param silent what to call if it does not answer in time
 */
export const askMemory = async <Value, Other>(
  ask: () => Promise<Value> | Value,
  otherwise: Other,
  silent: () => void = () => {},
): Promise<Value | Other> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Other>((resolve) => {
    timer = setTimeout(() => {
      silent();
      resolve(otherwise);
    }, patience);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
};

/** What is kept for one connection and sub-account. A cache that fails counts as empty, and fails no step. */
export class OwnCache {
  readonly #cache: Cache;
  readonly #prefix: string;
  #isSilent = false;

  /** @param owner the agency and the sub-account */
  constructor({ cache }: ZObject, owner: string) {
    this.#cache = cache as unknown as Cache;
    this.#prefix = owner;
  }

  /** What is kept under a name; null without anything. */
  read(name: string): Promise<unknown> {
    return this.#ask((key) => this.#cache.get(key, ownScope), name, null);
  }

  async write(name: string, value: unknown, seconds: number): Promise<void> {
    // core refuses a value that has undefined anywhere in it.
    const plain = JSON.parse(JSON.stringify(value ?? null));
    await this.#ask((key) => this.#cache.set(key, plain, seconds, ownScope), name, false);
  }

  /**
   * Takes a name that nobody holds, for so many seconds at most; false if another run holds it. A cache that is too
   * busy to say (null) counts as held, one that fails as free (zapier#set-if-absent).
   * @param value what reading the name gives meanwhile
   */
  async claim(name: string, seconds: number, value = 1): Promise<boolean> {
    const take = (key: string) => this.#cache.set(key, value, seconds, ownScope, true);
    const taken = await this.#ask(take, name, undefined);
    return taken !== false && taken !== null;
  }

  async clear(name: string): Promise<void> {
    await this.#ask((key) => this.#cache.delete(key, ownScope), name, false);
  }

  /** Asks the cache, unless it has stayed silent before. */
  async #ask<Value, Other>(
    ask: (key: string) => Promise<Value>,
    name: string,
    otherwise: Other,
  ): Promise<Value | Other> {
    if (this.#isSilent) return otherwise;
    return askMemory(
      () => ask(`${this.#prefix}:${name}`),
      otherwise,
      () => {
        this.#isSilent = true;
      },
    );
  }
}

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
  cache: OwnCache,
  { name, shape, seconds = fiveMinutes }: Entry<Value>,
  load: () => Promise<Value>,
): Promise<Value> => {
  const found = zod.safeParse(shape, await cache.read(name));
  if (found.success) return found.data;
  const value = await load();
  await cache.write(name, value, typeof seconds === 'number' ? seconds : seconds(value));
  return value;
};

/**
 * What `load` answers, by id, kept for five minutes, and loaded again if a needed id is not among it: it may be newer.
 * An id that is in no answer is kept too, as null, or it would be looked up at each poll.
 */
export const cachedById = async <Value>(
  cache: OwnCache,
  { name, shape }: Omit<Entry<Value>, 'seconds'>,
  needed: string[],
  load: () => Promise<Record<string, Value>>,
): Promise<Record<string, Value | null>> => {
  let isFresh = false;
  const byId = zod.record(zod.string(), zod.nullable(shape));
  const found = await cached<Record<string, Value | null>>(cache, { name, shape: byId }, () => {
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
  await cache.write(name, all, fiveMinutes);
  return all;
};
