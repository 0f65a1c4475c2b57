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
import { countBehind, dateOf, datesOf, endDate, hasGone, type Sorted, totalsOf } from './newest.ts';
import { keyOf, PageReader } from './pages.ts';
import { ageDate, type List } from './paging.ts';
import { isEndOf, readRest, restFrom } from './rest.ts';
import { fingerprint } from './revision.ts';

/** A seed of fewer records, because HighLevel is slow, is none. */
const leastSeed = 500;

/** What reading has shown, for the next poll; undefined if the next one must read the same again. */
type Outcome = (Pick<Memory, 'floor' | 'totals'> & Partial<Memory>) | undefined;

/** The date from which on everything in the list has been read; 0 if that is the whole list. */
const floorOf = (sorted: Sorted): number => {
  const { reader, first, now } = sorted;
  const isWhole = !reader.next || reader.count === first.total;
  if (isWhole) return 0;
  const last = reader.records.findLast((record) => dateOf(sorted, record) <= now + late);
  return (last ? dateOf(sorted, last) : now) + 1;
};

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

/** What a poll leaves that has not come to the end of the rest. @param left of the poll before */
const leaveRest = (sorted: Sorted, before: Memory, left: Rest, rest: Rest): Outcome => {
  const { floor, since, isAgain } = before;
  const come = countBehind(sorted, before, sorted.first.records);
  const isLacking = !isAgain && hasGone(sorted, before);
  return {
    floor,
    totals: totalsOf(sorted, before),
    // What has come behind may be anywhere, so all that was read before the rest is read once more.
    since: Math.min(since, come > 0 ? left.from : since, isLacking ? left.back : since),
    isAgain: isAgain || isLacking,
    rest: { ...rest, come: rest.come + come },
  };
};

/** What has come since the poll before. */
const readNews = async (sorted: Sorted, before: Memory): Promise<Outcome> => {
  const { reader, first, page, now } = sorted;
  const { floor, since, isAgain, rest: left } = before;
  const isQuiet = before.page === page && !left;
  if (left && reader.next) {
    const rest = await readRest(sorted, left, floor);
    if (rest) return leaveRest(sorted, before, left, rest);
    reader.jumpBehind(first);
  }
  const toRead = () => ({ back: since, come: countBehind(sorted, before, reader.page) });
  const isOnTop = () => endDate(sorted, reader.page) >= since;
  const isEnd = () => !isOnTop() && isEndOf(sorted, { ...toRead(), floor });
  const isDone = isQuiet || (await reader.read(isEnd));
  const isLacking = isQuiet ? isAgain : !isAgain && hasGone(sorted, before);
  return {
    floor,
    totals: totalsOf(sorted, before),
    since: isLacking ? Math.min(since, left?.back ?? since, now - late) : now - late,
    isAgain: isLacking || (isAgain && !isDone),
    // What has come behind may have moved while it was read, so the next poll reads even if nothing happens.
    page: toRead().come > 0 ? '' : page,
    ...(isDone ? {} : { rest: restFrom(sorted, toRead()) }),
  };
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
 * that was ago. If that takes too long, the next polls go on where it stopped (`rest`), after a look at the newest page,
 * and read only then what has come on top. A poll goes further back, at most to the floor, if the list has grown by more
 * than what was read on top. If the list has shrunk, the index may hide some records for a moment, so the next poll
 * reads the same once more. Without any memory a poll reads 2,000 records; of a longer list none counts that is older
 * than 90 days.
 * @param date the member that holds the date of the order
 */
export const readSorted = async <Item>(list: List<Item>, date: string): Promise<Item[]> => {
  const { purpose, memory, name } = list;
  const isSeed = purpose === 'seed';
  const now = Date.now();
  const limits = isSeed ? { records: mostRecords } : { records: mostRecords, bytes: readingSize };
  const reader = new PageReader(list, limits);
  const first = await reader.readPage();
  const before = isSeed ? undefined : await recall(list);
  const page = fingerprint([
    first.total,
    first.records.map((record) => [keyOf(record), record[date]]),
  ]);
  const sorted: Sorted = { list, date, now, reader, first, page };
  const outcome = await (isSeed
    ? readSeed(sorted)
    : before
      ? readNews(sorted, before)
      : readBlindly(sorted));
  const { floor = now - memoryDays * 86_400_000 } = outcome ?? {};
  // Without a memory the floor is the last record that was read, which still counts.
  const oldest = before ? floor : floor - 1;
  const records = isSeed ? reader.records : withoutOld(sorted, reader.records, oldest);
  const items = await list.finish(records);
  const top = Math.max(before?.top ?? 0, ...datesOf(sorted));
  const { stored = 0 } = before ?? {};
  const since = now - late;
  const left = outcome && { list: name, since, top, page, stored, isAgain: false, ...outcome };
  // Only now: if finishing fails, the next poll must read the same again.
  if (left) await memory.remember(left, isSeed);
  return items;
};
