import * as zod from 'zod';
import type { OwnCache } from '../cache.ts';
import type { JsonObject } from '../values.ts';
import { memoryDays } from './limits.ts';

const history = zod.object({
  /** When it was written, in epoch milliseconds. */
  at: zod.number(),
  /** An earlier history was lost: Zapier may have seen what this one does not know. */
  isLossy: zod.boolean(),
  /** By record: its states, the present one last, and the stamp of that one. */
  records: zod.array(zod.tuple([zod.string(), zod.array(zod.string()), zod.string()])),
});

type History = zod.output<typeof history>;

/** Of so many records states are remembered at most: more would be too much for the cache. */
const mostRemembered = 2_000;

/** A history of fingerprints is not kept of a longer list. */
const mostFingerprinted = 500;

/** How many states of each record are kept. */
const mostStates = (records: number): number =>
  Math.max(4, Math.min(100, Math.floor(2_000 / records)));

/** Written once in this time at least, in milliseconds, so that what is quiet is not forgotten. */
const writtenEvery = 86_400_000;

interface Known {
  states: string[];
  /** Empty if Zapier sees the present state for the first time. */
  stamp: string;
}

/** What polls remember of a record that has a state now. */
export interface Past {
  /** Tells the present time in this state from earlier ones; empty for the first time. */
  stamp: string;
  /** The state before the present one; undefined if no poll has seen another. */
  former: string | undefined;
  /** The states under which Zapier may have seen it before. */
  earlier: string[];
}

const knownAfter = (before: Known | undefined, state: string, past: History): Known => {
  const { states = [], stamp = '' } = before ?? {};
  if (states.at(-1) === state) return { states, stamp };
  const isRepeat = states.includes(state) || (before !== undefined && past.isLossy);
  return {
    states: [...states.filter((one) => one !== state), state],
    // Not a count: after a loss it would begin again, with numbers that Zapier has seen.
    stamp: isRepeat ? past.at.toString(36) : '',
  };
};

/** Those of records that are gone come first, and are forgotten first; a stamp is forgotten last. */
const keptOf = (known: Map<string, Known>): [string, Known][] => {
  const all = [...known];
  const isStamped = ([, { stamp }]: [string, Known]) => stamp !== '';
  return [...all.filter((one) => !isStamped(one)), ...all.filter(isStamped)].slice(-mostRemembered);
};

/**
 * A record may go back to what it was (a task that is opened again, a tag that is added again), but Zapier has seen it
 * so. So each poll remembers the states of the records, for 90 days and for all Zaps that ask the same, and stamps a
 * repeat. The poll that turns a Zap on gives the earlier states without their stamps too: with those the records come
 * if what is remembered is lost, and nothing may fire by that.
 * @param states of each record, by its id
 * @param isSeed the Zap is just being turned on
 */
export const recallPast = async (
  cache: OwnCache,
  name: string,
  states: { id: string; state: string }[],
  isSeed = false,
): Promise<Past[]> => {
  if (states.length === 0) return [];
  const now = Date.now();
  const found = history.safeParse(await cache.read(name)).data;
  const isLossy = found?.isLossy ?? !isSeed;
  const past = { records: found?.records ?? [], at: now, isLossy };
  const known = new Map<string, Known>(
    past.records.map(([id, known, stamp]) => [id, { states: known, stamp }]),
  );
  let isChanged = !found || now - found.at > writtenEvery;
  const all = states.map(({ id, state }): Past => {
    const before = known.get(id);
    const after = knownAfter(before, state, past);
    isChanged ||= before?.states.at(-1) !== state;
    known.delete(id);
    known.set(id, after);
    const earlier = after.stamp ? after.states : after.states.slice(0, -1);
    return { stamp: after.stamp, former: after.states.at(-2), earlier };
  });
  if (!isChanged) return all;
  const most = mostStates(known.size);
  const written = keptOf(known).map(([id, one]) => [id, one.states.slice(-most), one.stamp]);
  const left = { at: now, isLossy: isLossy || known.size > mostRemembered, records: written };
  await cache.write(name, left, memoryDays * 86_400);
  return all;
};

/** Records whose revisions are fingerprints: a revision that comes again gets a stamp. */
export const stampRepeats = async (
  cache: OwnCache,
  name: string,
  records: JsonObject[],
  isSeed = false,
): Promise<JsonObject[]> => {
  if (records.length > mostFingerprinted) return records;
  const states = records.map(({ id, revision }) => ({ id: String(id), state: String(revision) }));
  const past = await recallPast(cache, name, states, isSeed);
  return records.flatMap((record, index) => {
    const { stamp = '', earlier = [] } = past[index] ?? {};
    const present = stamp ? { ...record, revision: `${record.revision}-${stamp}` } : record;
    const known = isSeed ? earlier : [];
    return [present, ...known.map((one) => ({ ...record, revision: one }))];
  });
};
