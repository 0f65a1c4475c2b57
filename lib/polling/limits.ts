import { HighLevelError } from '../api/errors.ts';

/**
 * How many records the first, seeding poll of a sorted list reads. That is more than a poll without a memory reads, or
 * deleting a record would move up an old one that nobody has seeded.
 */
export const seedRecords = 2_500;

/** How many records a poll of a sorted list reads if it remembers nothing. */
export const blindRecords = 2_000;

/** How many records are read at most: of a list in no order in all, of a sorted one in one poll. */
export const mostRecords = 10_000;

/** Milliseconds that reading a list may take. */
export const readingTime = 20_000;

/**
 * Milliseconds by which a record may come late into a list: the search index lags and muddles, and clocks differ
 * (api#search-index-lag).
 */
export const late = 1_800_000;

/** Bytes of JSON after which a poll of a sorted list leaves the rest to the next one. */
export const readingSize = 10_000_000;

/** Bytes that a poll may answer: Zapier takes 20 MB (zapier#run-limits). */
export const answerSize = 19_000_000;

/** Days for which a Zap that is not polled remembers where it was (zapier#cache). */
export const memoryDays = 90;

// Written out: `toLocaleString` would load all of ICU at each start.
const inThousands = (count: number): string => String(count).replace(/(?=(\d{3})+$)(?!^)/g, ',');

const tooMuch = (what: string, advice: string[]): HighLevelError => {
  const all = advice.join(', or ');
  const sentence = all && ` ${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
  return new HighLevelError(
    'too_long',
    `This list has ${what}, which is more than a Zap can watch.${sentence}`,
    { status: 422 },
  );
};

/** @param advice what the person can do, as parts of a sentence */
export const tooLong = (advice: string[]): HighLevelError =>
  tooMuch(`${inThousands(mostRecords)} records or more`, advice);

/** @param advice what the person can do, as parts of a sentence */
export const tooLarge = (advice: string[]): HighLevelError => tooMuch('more than 19 MB', advice);

export const tooSlow = (): HighLevelError =>
  new HighLevelError(
    'unavailable',
    'HighLevel answers too slowly to read the whole list. Zapier tries again by itself. Nothing is lost.',
    { status: 503 },
  );
