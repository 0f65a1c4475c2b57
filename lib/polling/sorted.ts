import { timeOf } from '../time.ts';
import type { JsonObject } from '../values.ts';
import { newDays, pollRecords, seedRecords, tooSlow } from './limits.ts';
import { type Memory, type Rest, recallPoll, rememberPoll } from './memory.ts';
import { keyOf, PageReader, type Place, placeOf, type Start } from './pages.ts';
import { goesOn, type List, type Listed } from './paging.ts';
import { fingerprint } from './revision.ts';

const day = 86_400_000;

/** As long as the newest page and the total stay as they are, a list is read back to `newDays` only once in this time. */
const deepEvery = day;

/**
 * Milliseconds by which a record may come late into a list: the search index lags and muddles (api#search-index-lag).
 */
const late = 600_000;

/** A list that comes newest first by a date. */
interface Sorted<Item> {
  list: List<Item>;
  /** The member that holds the date. */
  date: string;
  /** Epoch milliseconds of this poll. */
  now: number;
  reader: PageReader;
}

const dateOf = ({ date }: Pick<Sorted<unknown>, 'date'>, record: JsonObject | undefined): number =>
  timeOf(record?.[date]);

/** What this poll leaves for the next one, if it reads everything. */
const newMemory = (sorted: Sorted<unknown>, { params }: Place, page: Listed): Memory => {
  const dates = page.records.map((record) => dateOf(sorted, record));
  const { list, date, now } = sorted;
  return {
    list: fingerprint([list.run.bundle.inputData, params]),
    page: fingerprint([page.total, page.records.map((record) => [keyOf(record), record[date]])]),
    // A date in the future would make all that comes before it look as if it had been seen.
    top: Math.max(0, ...dates.filter((at) => at <= now)),
    deep: now,
  };
};

/** Reads what is there when the Zap is turned on: it must never fire. */
const seed = async <Item>(
  { list, reader }: Sorted<Item>,
  start: Start,
  left: Memory,
): Promise<Item[]> => {
  const cut = await reader.read(start, () => false);
  if (cut && reader.count < pollRecords) throw tooSlow();
  const items = await list.finish(reader.records);
  await rememberPoll(list.run, left);
  return items;
};

/** Where the poll after this one has to go on. @param cut where reading from the top had to stop */
const restAfter = async (
  sorted: Sorted<unknown>,
  before: Memory | undefined,
  cut: Place | undefined,
): Promise<Rest | undefined> => {
  const { rest, top = 0 } = before ?? {};
  const { reader } = sorted;
  if (before && cut && dateOf(sorted, reader.records.at(-1)) > top)
    return { ...cut, back: rest?.back ?? top - late };
  if (!rest) return undefined;
  const next = await reader.read(rest, (last) => dateOf(sorted, last) < rest.back);
  return next && { ...next, back: rest.back };
};

/** Those records that count as new: what only deletions have moved up is older. */
const onlyRecent = (
  sorted: Sorted<unknown>,
  records: JsonObject[],
  since: number,
): JsonObject[] => {
  const { changed, paging } = sorted.list;
  const date = changed ? sorted.date : (paging.created ?? sorted.date);
  return records.filter((record) => !(dateOf({ date }, record) < since));
};

/** Reads on until nothing is new any more; one page if that is the same as at the poll before. */
const poll = async <Item>(
  sorted: Sorted<Item>,
  start: Start & { page: Listed },
  left: Memory,
): Promise<Item[]> => {
  const { list, now, reader } = sorted;
  const since = now - newDays * day;
  const isOld = (record: JsonObject | undefined) => dateOf(sorted, record) < since;
  const isLong = goesOn(start.page, list.paging) && !isOld(start.page.records.at(-1));
  const before = isLong ? await recallPoll(list.run, left.list) : undefined;
  const quiet = before?.page === left.page && now - before.deep < deepEvery ? before : undefined;
  const cut = await reader.read(start, (last) =>
    before?.rest ? dateOf(sorted, last) <= before.top : quiet !== undefined || isOld(last),
  );
  const rest = await restAfter(sorted, before, cut);
  // What time cut off without a memory of where to go on is still to be read.
  const isUnfinished = before?.rest || (cut && !rest && reader.count < pollRecords);
  const deep = isUnfinished ? 0 : (quiet?.deep ?? left.deep);
  const items = await list.finish(onlyRecent(sorted, reader.records, since));
  // Only now: if finishing fails, the next poll must read the same again.
  await rememberPoll(list.run, { ...left, deep, ...(rest ? { rest } : {}) });
  return items;
};

/**
 * Reads a list that comes newest first, as far as the run needs it. The first, seeding poll reads more than any later
 * poll can give, so that deleting a record never makes an old one fire; a later poll stops at what is no longer new.
 * Of a list that is cut short, by time or after 500 records, the next poll reads the rest.
 * @param date the member that holds the date of the order
 */
export const readSorted = async <Item>(list: List<Item>, date: string): Promise<Item[]> => {
  const { load, paging, changed, run } = list;
  const { deadline, bundle } = run;
  const { isPopulatingDedupe } = bundle.meta;
  const most = isPopulatingDedupe ? seedRecords : pollRecords;
  const reader = new PageReader({ load, paging, changed, deadline }, most);
  const sorted = { list, date, now: Date.now(), reader };
  const first = placeOf(list, 0);
  const start = { ...first, page: await list.load(first.params) };
  const left = newMemory(sorted, first, start.page);
  return isPopulatingDedupe ? seed(sorted, start, left) : poll(sorted, start, left);
};
