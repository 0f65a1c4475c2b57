import type { Run } from '../../lib/run.ts';
import { toIso } from '../../lib/time.ts';
import type { JsonObject } from '../../lib/values.ts';

/**
 * The page of a dropdown if an endpoint only knows “after this record”: it goes there page by page.
 * @param page from 0
 * @param load a page of `size` records after the last one of the page before
 */
export const readCursorPage = async (
  page: number,
  size: number,
  load: (last: JsonObject | undefined) => Promise<JsonObject[]>,
): Promise<JsonObject[]> => {
  let records = await load(undefined);
  let unseen = records;
  for (let index = 0; index < page; index += 1) {
    if (records.length < size) return [];
    const known = new Set(records.map(({ id }) => id));
    records = await load(records.at(-1));
    unseen = records.filter(({ id }) => !known.has(id));
  }
  return unseen;
};

/** A moment as the person who sets the Zap up would write it. */
export const formatMoment = (value: unknown, { timeZone }: Run): string => {
  const date = new Date(String(toIso(value)));
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleString('en-US', {
    timeZone: timeZone || 'UTC',
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
};

/** What people read of a choice: its parts that say something; the id without any. */
export const joinName = (id: unknown, parts: unknown[]): string =>
  parts.filter(Boolean).join(' · ') || String(id);
