import { timeOf } from '../time.ts';
import type { JsonObject } from '../values.ts';
import {
  blindRecords,
  late,
  memoryDays,
  mostRecords,
  readingSize,
  seedRecords,
  tooSlow,
} from './limits.ts';
import { type Memory, type Rest, withoutRest } from './memory.ts';
import { keyOf, PageReader, type Place } from './pages.ts';
import { ageDate, type List, type Listed } from './paging.ts';
import { fingerprint } from './revision.ts';

/** A seed of fewer records, because HighLevel is slow, is none. */
const leastSeed = 500;

/** A list that comes newest first by a date, as far as this poll has read it. */
interface Sorted {
  list: List;
  /** The member that holds the date. */
  date: string;
  /** Epoch milliseconds of this poll. */
  now: number;
  reader: PageReader;
  first: Listed;
}

/** What reading has shown, for the next poll; undefined if the next one must read the same again. */
type Outcome = Pick<Memory, 'floor' | 'totals' | 'rest'> | undefined;

const dateOf = ({ date }: Pick<Sorted, 'date'>, record: JsonObject): number => timeOf(record[date]);

/** The dates of what was read, without those in the future: they say nothing of what has come. */
const datesOf = (sorted: Sorted): number[] =>
  sorted.reader.records
    .map((record) => dateOf(sorted, record))
    .filter((date) => date <= sorted.now + late);

/** The date from which on everything in the list has been read; 0 if that is the whole list. */
const floorOf = (sorted: Sorted): number => {
  const { reader, first, now } = sorted;
  const isWhole = !reader.next || reader.count === first.total;
  if (isWhole) return 0;
  const last = reader.records.findLast((record) => dateOf(sorted, record) <= now + late);
  return (last ? dateOf(sorted, last) : now) + 1;
};

/** How many records the list holds, if the endpoint says so. */
const totalsOf = ({ first: { total } }: Sorted): number[] =>
  typeof total === 'number' ? [total] : [];

/** Reads what is there when the Zap is turned on: it must never fire. */
const readSeed = async (sorted: Sorted): Promise<Outcome> => {
  const { reader } = sorted;
  const isEnough = await reader.read(() => reader.count >= seedRecords);
  if (!isEnough && reader.count < leastSeed) throw tooSlow();
  return { floor: floorOf(sorted), totals: totalsOf(sorted) };
};

/** Reads as if all were new, as far as the seed at least. */
const readBlindly = async (sorted: Sorted): Promise<Outcome> => {
  const { reader, now } = sorted;
  const isEnough = await reader.read(() => reader.count >= blindRecords);
  if (!isEnough && !reader.isFull) return undefined;
  const floor = floorOf(sorted);
  const oldest = now - memoryDays * 86_400_000;
  return { floor: floor && Math.max(floor, oldest), totals: totalsOf(sorted) };
};

/** What a poll before has left, as far as it means something to this list. */
const recall = async ({ memory, name, route }: List): Promise<Memory | undefined> => {
  const before = await memory.recall(name);
  const isOfAnother = before?.rest !== undefined && before.rest.route !== route;
  return isOfAnother ? withoutRest(before) : before;
};

const restFrom = ({ list: { route } }: Sorted, place: Place, back: number): Rest => ({
  ...place,
  route,
  back,
});

/** Goes on where the poll before had to stop. */
const readRest = async (sorted: Sorted, rest: Rest): Promise<Rest | undefined> => {
  const { reader } = sorted;
  // Numbers of pages move when records are deleted, so one page is read once more; cursors do not.
  const isNumbered = 'page' in rest.params || 'skip' in rest.params;
  if (isNumbered) reader.jumpToPage(Math.max(0, rest.index - 1));
  else reader.jump(rest);
  const isDone = await reader.read((last) => dateOf(sorted, last) < rest.back);
  if (isDone || !reader.next) return undefined;
  // HighLevel takes no more requests: nothing of it was read.
  return reader.next.index < rest.index ? rest : restFrom(sorted, reader.next, rest.back);
};

/** Reads what has come since the poll before. */
const readNews = async (sorted: Sorted, before: Memory, page: string): Promise<Outcome> => {
  const { reader, first } = sorted;
  const { floor, since, top } = before;
  const isQuiet = before.page === page && !before.rest;
  const isDone = isQuiet || (await reader.read((last) => dateOf(sorted, last) < since));
  if (!isDone && reader.next) {
    const rest = restFrom(sorted, reader.next, before.rest?.back ?? since);
    return { floor, totals: totalsOf(sorted), rest };
  }
  const news = datesOf(sorted).filter((date) => date > top).length;
  const expected = before.totals.map((total) => total + news);
  let totals = [...totalsOf(sorted), ...expected.slice(0, 1)];
  // More than what has come on top: something has come behind it, with an older date. A record is missing from the
  // index for some seconds after each write, so the greatest of the last totals counts.
  if (expected.length > 0 && Number(first.total) > Math.max(...expected)) {
    const isOld = (last: JsonObject) => dateOf(sorted, last) < floor || reader.count >= seedRecords;
    if (!(await reader.read(isOld))) totals = expected;
  }
  const rest = before.rest && (await readRest(sorted, before.rest));
  return { floor, totals, ...(rest ? { rest } : {}) };
};

/** Those records that count as new: what is older was there when the Zap was turned on. */
const withoutOld = ({ list, date }: Sorted, records: JsonObject[], floor: number): JsonObject[] => {
  const counted = ageDate(list) ?? date;
  return records.filter((record) => !(dateOf({ date: counted }, record) < floor));
};

/**
 * Reads a list that comes newest first, as far as the run needs it.
 *
 * Zapier itself remembers, as long as the Zap is on, which records it has seen. So a poll may give a record twice, but
 * none that was there before the Zap was turned on and that the seeding poll has not given: deleting records would
 * move those up. What a poll has to remember is little: the date back to which the seed went (`floor`), the date back
 * to which it must read (`since`), and what tells that nothing has happened (`page`, `totals`). lib/polling/memory.ts
 * says where this is kept and for how long.
 *
 * With this memory a poll reads back to the poll before it, half an hour further for what comes late, and however long
 * that was ago; what is too much for one run is read by the next polls. It goes back to the floor only if the list has
 * grown by more than what has come on top. Without any memory a poll reads 2,000 records; of a longer list none counts
 * that is older than 90 days.
 * @param date the member that holds the date of the order
 */
export const readSorted = async <Item>(list: List<Item>, date: string): Promise<Item[]> => {
  const { purpose, memory, name } = list;
  const isSeed = purpose === 'seed';
  const now = Date.now();
  const limits = isSeed ? { records: mostRecords } : { records: mostRecords, bytes: readingSize };
  const reader = new PageReader(list, limits);
  const first = await reader.readFirst();
  const before = isSeed ? undefined : await recall(list);
  const sorted: Sorted = { list, date, now, reader, first };
  const page = fingerprint([
    first.total,
    first.records.map((record) => [keyOf(record), record[date]]),
  ]);
  const outcome = await (isSeed
    ? readSeed(sorted)
    : before
      ? readNews(sorted, before, page)
      : readBlindly(sorted));
  const { floor = now - memoryDays * 86_400_000 } = outcome ?? {};
  // Without a memory the floor is the last record that was read, which still counts.
  const oldest = before ? floor : floor - 1;
  const records = isSeed ? reader.records : withoutOld(sorted, reader.records, oldest);
  const items = await list.finish(records);
  const top = Math.max(before?.top ?? 0, ...datesOf(sorted));
  const { stored = 0 } = before ?? {};
  const left = outcome && { list: name, since: now - late, top, page, stored, ...outcome };
  // Only now: if finishing fails, the next poll must read the same again.
  if (left) await memory.remember(left, isSeed);
  return items;
};
