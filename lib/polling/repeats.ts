import * as zod from 'zod';
import type { Run } from '../run.ts';
import type { JsonObject } from '../values.ts';

/** By record, which revisions it has had, and how often. */
const history = zod.array(
  zod.tuple([zod.string(), zod.array(zod.tuple([zod.string(), zod.number()]))]),
);

/** The history of a longer list is not kept: it would be too much for the cache. */
const mostRecords = 500;

const ninetyDays = 90 * 86_400;

/** How many revisions of each record are kept. */
const mostRevisions = (records: number): number =>
  Math.max(4, Math.min(100, Math.floor(2_000 / records)));

/**
 * A record may go back to what it was (a task that is opened again), but Zapier has seen that fingerprint. So each
 * poll remembers what the records have been, and numbers their repeats. If the memory is lost, nothing fires by it.
 */
export const numberRepeats = async (
  run: Run,
  name: string,
  records: JsonObject[],
): Promise<JsonObject[]> => {
  if (records.length === 0 || records.length > mostRecords) return records;
  const known = new Map(history.safeParse(await run.cache.read(name)).data);
  const most = mostRevisions(records.length);
  let isChanged = false;
  const numbered = records.map((record) => {
    const id = String(record.id);
    const revision = String(record.revision);
    // A Map keeps its order: what the record is now comes last. Counts, since a list of states would forget the early ones.
    const revisions = new Map(known.get(id));
    const isSame = [...revisions.keys()].at(-1) === revision;
    const times = (revisions.get(revision) ?? 0) + (isSame ? 0 : 1);
    if (!isSame) {
      isChanged = true;
      revisions.delete(revision);
      revisions.set(revision, times);
    }
    // Those of records that are gone come first, and are forgotten first.
    known.delete(id);
    known.set(id, [...revisions].slice(-most));
    return times > 1 ? { ...record, revision: `${revision}-${times}` } : record;
  });
  if (isChanged) await run.cache.write(name, [...known].slice(-mostRecords), ninetyDays);
  return numbered;
};
