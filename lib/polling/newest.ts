import { timeOf } from '../time.ts';
import type { JsonObject } from '../values.ts';
import { late } from './limits.ts';
import type { Memory } from './memory.ts';
import type { PageReader } from './pages.ts';
import type { List, Listed } from './paging.ts';

/** A list that comes newest first by a date, as far as this poll has read it. */
export interface Sorted {
  list: List;
  /** The member that holds the date. */
  date: string;
  /** Epoch milliseconds of this poll. */
  now: number;
  reader: PageReader;
  first: Listed;
  /** Fingerprint of the newest page and the total. */
  page: string;
}

export const dateOf = ({ date }: Pick<Sorted, 'date'>, record: JsonObject | undefined): number =>
  timeOf(record?.[date]);

/** The date back to which a page goes: that of its last record that has one. */
export const endDate = (sorted: Pick<Sorted, 'date'>, page: JsonObject[]): number =>
  dateOf(
    sorted,
    page.findLast((record) => !Number.isNaN(dateOf(sorted, record))),
  );

/** The dates of what was read, without those in the future: they say nothing of what has come. */
export const datesOf = (sorted: Sorted): number[] =>
  sorted.reader.records
    .map((record) => dateOf(sorted, record))
    .filter((date) => date <= sorted.now + late);

/** How many records the list holds; undefined if the endpoint does not say it. */
export const totalOf = ({ first: { total } }: Sorted): number | undefined =>
  typeof total === 'number' ? total : undefined;

/** How many of the records that were read have come since the poll before. */
const countNews = (sorted: Sorted, { top }: Memory): number =>
  datesOf(sorted).filter((date) => date > top).length;

/**
 * How many records have come, if not all of them were read on top: behind it, with an older date, or too many for this
 * poll. Otherwise 0. A record is missing from the index for some seconds after each write, so the greatest of the last
 * totals counts.
 * @param page the last page on top that was read
 */
export const countBehind = (sorted: Sorted, before: Memory, page: JsonObject[]): number => {
  const total = totalOf(sorted);
  if (total === undefined || before.totals.length === 0 || before.page === sorted.page) return 0;
  const come = total - Math.max(...before.totals);
  const isTopRead = !sorted.reader.next || endDate(sorted, page) <= before.top;
  return isTopRead && come <= countNews(sorted, before) ? 0 : Math.max(1, come);
};

/** Whether records have gone, perhaps only for some seconds: the index hides what was just written. */
export const hasGone = (sorted: Sorted, before: Memory): boolean =>
  Number(totalOf(sorted)) < Math.max(...before.totals) + countNews(sorted, before);

/** The totals that the next poll compares with its own. */
export const totalsOf = (sorted: Sorted, before?: Memory): number[] => {
  const total = totalOf(sorted);
  const [expected] = before?.totals ?? [];
  return [
    ...(total === undefined ? [] : [total]),
    ...(before && expected !== undefined ? [expected + countNews(sorted, before)] : []),
  ];
};
