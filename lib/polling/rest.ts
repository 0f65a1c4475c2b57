import { idOf, type JsonObject } from '../values.ts';
import { seedRecords } from './limits.ts';
import type { Rest } from './memory.ts';
import { dateOf, endDate, type Sorted, totalOf } from './newest.ts';
import { isNumbered } from './places.ts';

/** How far a poll goes back. */
interface Way {
  /** The date back to which it reads. */
  back: number;
  /** How many records have come, if some of them may be older. */
  come: number;
  /** What is older does not count. */
  floor: number;
}

/**
 * Whether a poll has gone far enough: to its date, or behind it until what has come must have been among it. Where no
 * record has a date, it goes as far as if something had come.
 */
export const isEndOf = (sorted: Sorted, { back, come, floor }: Way): boolean => {
  const { list, reader } = sorted;
  const date = endDate(sorted, reader.page);
  if (date >= back) return false;
  const count = (reader.next?.index ?? 0) * list.paging.size;
  return (come === 0 && date < back) || date < floor || count >= seedRecords + come;
};

/** What a poll leaves off here. */
export const restFrom = (sorted: Sorted, way: Pick<Way, 'back' | 'come'>): Rest | undefined => {
  const { list, reader, page } = sorted;
  const { next, last } = reader;
  // A page without dates comes behind those that have some.
  const dates = [reader.page, reader.records].map((records) => endDate(sorted, records));
  return (
    next && {
      ...next,
      route: list.route,
      from: dates.find((date) => !Number.isNaN(date)) ?? way.back,
      last: String(idOf(last ?? {})),
      total: totalOf(sorted) ?? 0,
      page,
      back: way.back,
      come: way.come,
    }
  );
};

/** Whether a page begins with what the poll before has read, so that nothing lies unread before it. */
const isKnown = (sorted: Sorted, { from, last }: Rest, records: JsonObject[]): boolean =>
  dateOf(sorted, records[0]) > from || records.some((record) => String(idOf(record)) === last);

/**
 * Goes to where the poll before had to stop. Numbers of pages move when records come or are deleted; cursors do not. So
 * the page must show what was read before, unless nothing has happened.
 */
const goToRest = async (sorted: Sorted, rest: Rest): Promise<void> => {
  const { list, reader, first, page } = sorted;
  // So many were deleted that the newest page goes further back than the rest: what is left comes behind that page.
  if (endDate(sorted, first.records) < rest.from) return reader.jumpBehind(first);
  // After the newest page, so that it shows if the list gives that one again, whatever the cursor.
  if (!isNumbered(rest)) return reader.jump(rest, first);
  if (rest.page === page) return reader.jumpToPage(rest.index);
  const { size } = list.paging;
  const place = rest.index * size + (totalOf(sorted) ?? 0) - rest.total;
  reader.jumpToPage(Math.max(1, Math.floor((place - 1) / size)));
  const { records } = await reader.readPage();
  if (!reader.isStopped && !isKnown(sorted, rest, records)) reader.jumpBehind(first);
};

/** Goes on where the poll before had to stop; what is left after that. */
export const readRest = async (
  sorted: Sorted,
  rest: Rest,
  floor: number,
): Promise<Rest | undefined> => {
  const { reader } = sorted;
  await goToRest(sorted, rest);
  const isDone = await reader.read(() => isEndOf(sorted, { ...rest, floor }));
  if (isDone) return undefined;
  const isRead = reader.last !== undefined && reader.next !== rest;
  return isRead ? restFrom(sorted, rest) : rest;
};
