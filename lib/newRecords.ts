/**
 * The records that the connection has just made. The searches of HighLevel lag behind its writes
 * (api#search-index-lag), so a “Find or Create” that runs twice within seconds would make a second one.
 */
import * as zod from 'zod';
import type { OwnCache } from './cache.ts';
import { idOf, type JsonObject } from './values.ts';

/** Seconds for which a new record is remembered, and how many of a kind. */
const remembered = 60;
const most = 20;

const ids = zod.array(zod.string());

const entryOf = (kind: string): string => `new:${kind}`;

const readIds = async (cache: OwnCache, kind: string): Promise<string[]> =>
  ids.safeParse(await cache.read(entryOf(kind))).data ?? [];

/** Remembers that a record was made. @param kind of the records: “opportunity” */
export const rememberNew = async (cache: OwnCache, kind: string, id: unknown): Promise<void> => {
  const known = await readIds(cache, kind);
  await cache.write(entryOf(kind), [String(id), ...known].slice(0, most), remembered);
};

/** How new records are read one by one, and how a search finds records of their kind. */
interface Lookups {
  read: (id: string) => Promise<JsonObject | undefined>;
  search: () => Promise<JsonObject[]>;
}

/**
 * The records of a kind that were made within a minute, the newest first, before what a search finds, which lags: it may
 * have the same ones as they were.
 */
export const newFirst = async (
  cache: OwnCache,
  kind: string,
  { read, search }: Lookups,
): Promise<JsonObject[]> => {
  const readNew = async () => {
    const known = await readIds(cache, kind);
    const all = await Promise.all(known.map((id) => read(id).catch(() => undefined)));
    return all.filter((one) => one !== undefined);
  };
  const [fresh, found] = await Promise.all([readNew(), search()]);
  const ids = new Set(fresh.map(idOf));
  return [...fresh, ...found.filter((one) => !ids.has(idOf(one)))];
};
