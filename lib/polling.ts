import { createHash } from 'node:crypto';
import { type Bundle, errors, type PlainInputField } from 'zapier-platform-core';
import { keep, type Run, recall } from './connection.ts';
import type { Fields } from './inputFields.ts';
import type { Raw, RecordType } from './record.ts';
import { timeLeft } from './request.ts';
import { toIso } from './time.ts';

/** Which page of a list is wanted. */
export interface Page {
  /** From 0. */
  index: number;
  size: number;
  /** Changed records are wanted too, so the latest change should come first where the endpoint can. */
  changed: boolean;
  /** The last record of the page before. */
  last: Raw | undefined;
}

/** How an endpoint hands out a list page by page. */
export interface Paging {
  /** The largest page that the endpoint takes; more is refused with 400, not clamped (reality d.13). */
  size: number;
  /** What to add to the input for a page. */
  ask: (page: Page) => Fields;
  /** The date by which the list comes newest first, for new and for changed records; without one everything is read. */
  newest?: { new?: string; changed?: string };
  /** The date of creation, where the list comes by another one even for new records. */
  created?: string;
}

const seedRecords = 2_000;
const pollRecords = 500;
const pollTime = 20_000;
/**
 * Days in which something is new. A poll of a sorted list reads back so far, which also makes up for a connection
 * that was held for days, and passes over what is older, which only deletions have moved up.
 */
const newDays = 7;

/** “Trigger On”, which every list trigger has. @param sorted whether the list comes by date of creation */
export const triggerOn = (noun: string, sorted: boolean): PlainInputField => ({
  key: 'triggerOn',
  label: 'Trigger On',
  type: 'string',
  default: 'new',
  choices: { new: `A new ${noun}`, changed: `A new or a changed ${noun}` },
  helpText: sorted
    ? `New means created within the last ${newDays} days. An older ${noun} that fits the fields of this step only now triggers with the other choice only.`
    : 'New means that it was not in the list before.',
});

/** The same for what says the same: whatever the order, `5` or `"5"`, null or left out. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((part) => JSON.stringify(canonical(part))).sort();
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  );
};

/**
 * What makes a record count as changed: its change date, or a fingerprint of what it says. Fields that the sample does
 * not know are left out of it, or all records would fire on the day on which HighLevel adds a field.
 */
export const changeOf = (raw: Raw, type: RecordType): string => {
  const stamp = type.changed ? toIso(raw[type.changed]) : undefined;
  if (stamp) return typeof stamp === 'object' ? JSON.stringify(stamp) : String(stamp);
  const known = Object.fromEntries(Object.entries(raw).filter(([key]) => key in type.sample));
  return createHash('sha256')
    .update(JSON.stringify(canonical(known)))
    .digest('hex')
    .slice(0, 32);
};

/**
 * A single record may go back to what it was (a task that is opened again), but Zapier has seen that fingerprint. So
 * each poll remembers what the record has been, and numbers its returns. Where the memory is lost nothing fires by it.
 */
export const numberingReturns = async (run: Run, name: string, record: Raw): Promise<Raw> => {
  const kept = await recall(run, name);
  const been = Array.isArray(kept) ? kept : [];
  if (been.at(-1) !== record.revision) {
    been.push(record.revision);
    await keep(run, name, been.slice(-100), 90 * 86_400);
  }
  const times = been.filter((one) => one === record.revision).length;
  return times > 1 ? { ...record, revision: `${record.revision}-${times}` } : record;
};

const tooLong = `This list holds ${seedRecords.toLocaleString('en')} records or more, which is more than a Zap can watch. Narrow it down with the fields of this step, or choose “A new …” in “Trigger On” where that helps.`;
const tooSlow =
  'HighLevel answers too slowly to read the whole list. Zapier will try again by itself; nothing is lost.';

/**
 * Reads a list as far as the run needs it. The first, seeding poll reads more than any later poll can return, so
 * that deleting a record never makes an old one fire; a later poll of a sorted list stops at what is no longer new.
 * A list that comes in no order is read whole or not at all: a record that nobody has read would be missed, or fire
 * as new some day. A sorted list that time cuts short loses nothing: the next poll reads back as far again.
 */
export const readList = async (
  bundle: Bundle,
  paging: Paging,
  changed: boolean,
  load: (fields: Fields) => Promise<Raw[]>,
): Promise<Raw[]> => {
  const { meta } = bundle;
  if (meta.isFillingDynamicDropdown) {
    return load(
      paging.ask({ index: meta.page, size: paging.size, changed: false, last: undefined }),
    );
  }
  if (meta.isLoadingSample)
    return load(paging.ask({ index: 0, size: 3, changed, last: undefined }));
  const newest = changed ? paging.newest?.changed : paging.newest?.new;
  const seeding = meta.isPopulatingDedupe;
  const since = Date.now() - newDays * 86_400_000;
  const isBefore = (raw: Raw, date: string | undefined) =>
    date !== undefined && Date.parse(String(toIso(raw[date]))) < since;
  const enough = seeding || !newest ? seedRecords : pollRecords;
  const stopAt = timeLeft(bundle) - pollTime;
  const records = new Map<unknown, Raw>();
  let last: Raw | undefined;
  for (let index = 0; ; index += 1) {
    const page = await load(paging.ask({ index, size: paging.size, changed, last }));
    const known = records.size;
    for (const raw of page) records.set(raw.id ?? raw._id ?? raw, raw);
    last = page.at(-1);
    // A short page is the only reliable end, but an endpoint that does not page repeats itself (reality d.13).
    if (!last || page.length < paging.size || records.size === known) break;
    if (!seeding && isBefore(last, newest)) break;
    if (records.size >= enough) {
      if (!newest) throw new errors.Error(tooLong, 'too_long', 422);
      break;
    }
    if (timeLeft(bundle) < stopAt) {
      if (!newest || (seeding && records.size < pollRecords))
        throw new errors.Error(tooSlow, 'unavailable', 503);
      break;
    }
  }
  const found = [...records.values()].slice(0, enough);
  const date = changed ? newest : (paging.created ?? newest);
  return seeding ? found : found.filter((raw) => !isBefore(raw, date));
};

/** One record per id and revision: a list that moves while it is read shows some records twice. */
export const unique = (records: Raw[]): Raw[] => {
  const seen = new Set<string>();
  return records.filter(({ id, revision }) => {
    const key = JSON.stringify([id, revision]);
    return !seen.has(key) && seen.add(key);
  });
};
