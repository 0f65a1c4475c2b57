import * as zod from 'zod';
import type { OwnCache } from '../cache.ts';
import type { JsonObject } from '../values.ts';
import { memoryDays } from './limits.ts';

const history = zod.object({
  /** When it was written, in epoch milliseconds. */
  at: zod.number(),
  /** An earlier history was lost: Zapier may have seen what this one does not know. */
  isLossy: zod.boolean(),
  /** By record: its revisions, the present one last, and the stamp of that one. */
  records: zod.array(zod.tuple([zod.string(), zod.array(zod.string()), zod.string()])),
});

type History = zod.output<typeof history>;

/** The history of a longer list is not kept: it would be too much for the cache. */
const mostRemembered = 500;

/** How many revisions of each record are kept. */
const mostRevisions = (records: number): number =>
  Math.max(4, Math.min(100, Math.floor(2_000 / records)));

/** Written once in this time at least, in milliseconds, so that what is quiet is not forgotten. */
const writtenEvery = 86_400_000;

interface State {
  revisions: string[];
  /** Empty if Zapier sees the present revision for the first time. */
  stamp: string;
}

/** The state of a record that has a revision now. */
const stateAfter = (before: State | undefined, revision: string, history: History): State => {
  const { revisions = [], stamp = '' } = before ?? {};
  if (revisions.at(-1) === revision) return { revisions, stamp };
  const isRepeat = revisions.includes(revision) || (before !== undefined && history.isLossy);
  return {
    revisions: [...revisions.filter((one) => one !== revision), revision],
    // Not a count: after a loss it would begin again, with numbers that Zapier has seen.
    stamp: isRepeat ? history.at.toString(36) : '',
  };
};

/**
 * A record may go back to what it was (a task that is opened again), but Zapier has seen that fingerprint. So each
 * poll remembers what the records have been, for 90 days and for all Zaps that ask the same, and stamps the
 * fingerprint of a repeat. The poll that turns a Zap on gives the fingerprints without their stamps too: with those the
 * records come if what is remembered is lost, and nothing may fire by that.
 * @param isSeed the Zap is just being turned on
 */
export const stampRepeats = async (
  cache: OwnCache,
  name: string,
  records: JsonObject[],
  isSeed = false,
): Promise<JsonObject[]> => {
  if (records.length === 0 || records.length > mostRemembered) return records;
  const now = Date.now();
  const found = history.safeParse(await cache.read(name)).data;
  const past = { ...(found ?? { isLossy: !isSeed, records: [] }), at: now };
  const states = new Map<string, State>(
    past.records.map(([id, revisions, stamp]) => [id, { revisions, stamp }]),
  );
  const most = mostRevisions(records.length);
  let isChanged = !found || now - found.at > writtenEvery;
  const stamped = records.flatMap((record) => {
    const [id, revision] = [String(record.id), String(record.revision)];
    const before = states.get(id);
    const after = stateAfter(before, revision, past);
    isChanged ||= before?.revisions.at(-1) !== revision;
    // Those of records that are gone come first, and are forgotten first.
    states.delete(id);
    states.set(id, { ...after, revisions: after.revisions.slice(-most) });
    const present = after.stamp ? { ...record, revision: `${revision}-${after.stamp}` } : record;
    const known = isSeed ? (after.stamp ? after.revisions : after.revisions.slice(0, -1)) : [];
    return [present, ...known.map((one) => ({ ...record, revision: one }))];
  });
  if (isChanged) {
    const kept = [...states].slice(-mostRemembered);
    const written = kept.map(([id, { revisions, stamp }]) => [id, revisions, stamp]);
    await cache.write(name, { ...past, records: written }, memoryDays * 86_400);
  }
  return stamped;
};
