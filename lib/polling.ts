import { createHash } from 'node:crypto';
import { errors, type PlainInputField, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { keep, type Run, recall } from './connection.ts';
import type { Fields } from './inputFields.ts';
import type { Raw, RecordType } from './record.ts';
import { timeLeft } from './runTime.ts';
import { momentToIso, timeOf } from './time.ts';

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
/** As long as the newest page and the total stay as they are, a list is read back so far only once in this time. */
const deepEvery = 86_400_000;
/** Milliseconds by which a record may come late into a list: the search index lags and muddles (reality d.3). */
const late = 600_000;

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

/** A fingerprint of anything that is plain. */
export const printOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

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

const isGroup = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the sample knows of a value: of an object those members that it shows, of all else the whole. */
const knownOf = (value: unknown, sample: unknown): unknown =>
  isGroup(value) && isGroup(sample) && Object.keys(sample).length > 0
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => Object.hasOwn(sample, key))
          .map(([key, part]) => [key, knownOf(part, sample[key])]),
      )
    : value;

/**
 * What makes a record count as changed: its change date, or a fingerprint of what it says. Fields that the sample does
 * not know are left out of it, or all records would fire on the day on which HighLevel adds a field, as it does to the
 * permissions of users.
 */
export const changeOf = (raw: Raw, type: RecordType): string => {
  const stamp = type.changed ? momentToIso(raw[type.changed]) : undefined;
  if (stamp) return typeof stamp === 'object' ? JSON.stringify(stamp) : String(stamp);
  return printOf(canonical(knownOf(raw, type.sample)));
};

/** By record, what it has been, and how often. */
const states = zod.array(
  zod.tuple([zod.string(), zod.array(zod.tuple([zod.string(), zod.number()]))]),
);

/** A list of more records than this is not remembered: it would be too much for the cache. */
const mostRemembered = 500;

/**
 * A record may go back to what it was (a task that is opened again), but Zapier has seen that fingerprint. So each
 * poll remembers what the records have been, and numbers their returns. Where the memory is lost nothing fires by it.
 */
export const numberingReturns = async (run: Run, name: string, records: Raw[]): Promise<Raw[]> => {
  if (records.length === 0 || records.length > mostRemembered) return records;
  const known = new Map(states.safeParse(await recall(run, name)).data);
  const most = Math.max(4, Math.min(100, Math.floor(2_000 / records.length)));
  let isChanged = false;
  const all = records.map((record) => {
    const id = String(record.id);
    const revision = String(record.revision);
    // A Map keeps its order: what the record is now comes last. Counts, for a list of states would forget the early ones.
    const been = new Map(known.get(id));
    const before = been.get(revision) ?? 0;
    const isSame = [...been.keys()].at(-1) === revision;
    const times = isSame ? before : before + 1;
    if (!isSame) {
      isChanged = true;
      been.delete(revision);
      been.set(revision, times);
    }
    // Those of records that are gone come first, and are forgotten first.
    known.delete(id);
    known.set(id, [...been].slice(-most));
    return times > 1 ? { ...record, revision: `${revision}-${times}` } : record;
  });
  if (isChanged) await keep(run, name, [...known].slice(-mostRemembered), 90 * 86_400);
  return all;
};

const tooLong = `This list holds ${seedRecords.toLocaleString('en')} records or more, which is more than a Zap can watch. Narrow it down with the fields of this step, or choose “A new …” in “Trigger On” where that helps.`;
const tooSlow =
  'HighLevel answers too slowly to read the whole list. Zapier will try again by itself; nothing is lost.';

/** What one request of a list gave. */
export interface Listed {
  records: Raw[];
  /** How many records the list holds in all, where the endpoint says so. */
  total?: unknown;
  /** Whether the list goes on, where the endpoint says so; else a full page means that it does. */
  more?: boolean | undefined;
}

/** Where to go on in a list: the request of the next page. */
interface Place {
  index: number;
  ask: Fields;
}

/** The same with the page, where it was read already. */
type Start = Place & { page?: Listed };

/** What a poll of a sorted list leaves for the Zap's next one. Dates are epoch milliseconds. */
const memory = zod.object({
  /** Fingerprint of what is listed. */
  list: zod.string(),
  /** Fingerprint of the newest page and the total. */
  page: zod.string(),
  /** The date of the newest record that does not lie in the future. */
  top: zod.number(),
  /** When the list was last read as far back as polls read. */
  deep: zod.number(),
  /** Where a burst of more than a poll's records was left off, and the date back to which it goes on. */
  rest: zod
    .object({
      index: zod.number(),
      ask: zod.record(zod.string(), zod.unknown()),
      back: zod.number(),
    })
    .optional(),
});
type Memory = zod.output<typeof memory>;

/**
 * What the poll before has left. z.cursor belongs to one Zap and lasts for an hour (zapier-facts 2). Only the number of
 * requests and bursts of more than 500 records depend on it: a poll without a memory reads on as if all were new.
 */
const remembered = async (z: ZObject, list: string): Promise<Memory | undefined> => {
  const kept = await Promise.resolve(z.cursor.get()).catch(() => null);
  try {
    const { data } = memory.safeParse(JSON.parse(kept ?? 'null'));
    return data?.list === list ? data : undefined;
  } catch {
    return undefined;
  }
};

const remember = async (z: ZObject, left: Memory): Promise<void> => {
  await Promise.resolve(z.cursor.set(JSON.stringify(left))).catch(() => null);
};

const idOf = (raw: Raw): unknown => raw.id ?? raw._id ?? raw;
const dateOf = (raw: Raw | undefined, date: string): number => timeOf(raw?.[date]);

/**
 * Reads a list as far as the run needs it. The first, seeding poll reads more than any later poll can return, so
 * that deleting a record never makes an old one fire; a later poll of a sorted list stops at what is no longer new, and
 * after one page when that is the same as at the poll before.
 * A list that comes in no order is read whole or not at all: a record that nobody has read would be missed, or fire
 * as new some day. Of a sorted list that is cut short, by time or after 500 records, the next poll reads the rest.
 * @param finished makes of the records what the poll gives. Only then the poll is remembered: where it fails, the next
 * one must read the same again.
 */
export const readList = async <Item>(
  { z, bundle }: Run,
  paging: Paging,
  changed: boolean,
  load: (ask: Fields) => Promise<Listed>,
  finished: (records: Raw[]) => Promise<Item[]>,
): Promise<Item[]> => {
  const { meta } = bundle;
  const { size } = paging;
  const placeOf = (index: number, last?: Raw): Place => ({
    index,
    ask: paging.ask({ index, size, changed, last }),
  });
  const once = async (page: Page) => finished((await load(paging.ask(page))).records);
  if (meta.isFillingDynamicDropdown)
    return once({ index: meta.page, size, changed: false, last: undefined });
  if (meta.isLoadingSample) {
    const few = (await load(paging.ask({ index: 0, size: 3, changed, last: undefined }))).records;
    const sample = await finished(few);
    // What HighLevel does not filter itself is left out only once it is read: that may be the newest ones.
    if (sample.length > 0 || few.length === 0) return sample;
    return (await once({ index: 0, size, changed, last: undefined })).slice(0, 3);
  }

  const newest = changed ? paging.newest?.changed : paging.newest?.new;
  const enough = meta.isPopulatingDedupe || !newest ? seedRecords : pollRecords;
  const stopAt = timeLeft(bundle) - pollTime;
  const records = new Map<unknown, Raw>();
  const goesOn = (page: Listed): boolean => page.more ?? page.records.length >= size;
  /** Adds page after page until `end`, and says where to go on if there is too much for one run. */
  const read = async (from: Start, end: (last: Raw) => boolean): Promise<Place | undefined> => {
    for (let place = from; ; ) {
      const page = place.page ?? (await load(place.ask));
      const known = records.size;
      for (const raw of page.records) records.set(idOf(raw), raw);
      const last = page.records.at(-1);
      // A short page is the only reliable end, but an endpoint that does not page repeats itself (reality d.13).
      const isRepeated = place !== from && records.size === known;
      if (!last || !goesOn(page) || isRepeated || end(last)) return undefined;
      place = placeOf(place.index + 1, last);
      if (records.size >= enough || timeLeft(bundle) < stopAt) return place;
    }
  };
  const found = () => [...records.values()];

  if (!newest) {
    const cut = await read(placeOf(0), () => false);
    if (cut && records.size >= enough) throw new errors.Error(tooLong, 'too_long', 422);
    if (cut) throw new errors.Error(tooSlow, 'unavailable', 503);
    return finished(found());
  }

  const now = Date.now();
  const since = now - newDays * 86_400_000;
  const first = placeOf(0);
  const page = await load(first.ask);
  const start = { ...first, page };
  const isBefore = (raw: Raw | undefined, time: number, date = newest) => dateOf(raw, date) < time;
  const left: Memory = {
    list: printOf([bundle.inputData, first.ask]),
    page: printOf([page.total, page.records.map((raw) => [idOf(raw), raw[newest]])]),
    // A date in the future would make all that comes before it look as if it had been seen.
    top: Math.max(0, ...page.records.map((raw) => dateOf(raw, newest)).filter((at) => at <= now)),
    deep: now,
  };
  if (meta.isPopulatingDedupe) {
    const cut = await read(start, () => false);
    if (cut && records.size < pollRecords) throw new errors.Error(tooSlow, 'unavailable', 503);
    const result = await finished(found());
    await remember(z, left);
    return result;
  }

  const isLong = goesOn(page) && !isBefore(page.records.at(-1), since);
  const before = isLong ? await remembered(z, left.list) : undefined;
  const { rest, top = 0 } = before ?? {};
  const isQuiet = before?.page === left.page && now - before.deep < deepEvery;
  const cut = await read(start, (last) =>
    rest ? dateOf(last, newest) <= top : isQuiet || isBefore(last, since),
  );
  if (before && cut && dateOf(found().at(-1), newest) > top) {
    left.rest = { ...cut, back: rest?.back ?? top - late };
  } else if (rest) {
    const next = await read(rest, (last) => isBefore(last, rest.back));
    if (next) left.rest = { ...next, back: rest.back };
  }
  if (isQuiet) left.deep = before.deep;
  // What time cut off without a memory of where to go on is still to be read.
  if (rest || (cut && !left.rest && records.size < enough)) left.deep = 0;
  const result = await finished(
    found().filter((raw) => !isBefore(raw, since, changed ? newest : (paging.created ?? newest))),
  );
  await remember(z, left);
  return result;
};

/** One record per id and revision: a list that moves while it is read shows some records twice. */
export const unique = (records: Raw[]): Raw[] => {
  const seen = new Set<string>();
  return records.filter(({ id, revision }) => {
    const key = JSON.stringify([id, revision]);
    return !seen.has(key) && seen.add(key);
  });
};
