import { HighLevelError } from '../api/errors.ts';

/** How many records the first, seeding poll reads: more than any later poll can give. */
export const seedRecords = 2_000;

/** How many records a later poll of a sorted list reads. */
export const pollRecords = 500;

/** Milliseconds that reading a list may take. */
export const readingTime = 20_000;

/**
 * Days in which something is new. A poll of a sorted list reads back so far, which also makes up for a connection
 * that was held for days, and passes over what is older, which only deletions have moved up.
 */
export const newDays = 7;

// Written out: `toLocaleString` would load all of ICU at each start.
const inThousands = (count: number): string => String(count).replace(/(?=(\d{3})+$)(?!^)/g, ',');

export const tooLong = (): HighLevelError =>
  new HighLevelError(
    'too_long',
    `This list has ${inThousands(seedRecords)} records or more, which is more than a Zap can watch. Narrow it down with the fields of this step, or choose “A new …” in “Trigger On” if that helps.`,
    { status: 422 },
  );

export const tooSlow = (): HighLevelError =>
  new HighLevelError(
    'unavailable',
    'HighLevel answers too slowly to read the whole list. Zapier tries again by itself. Nothing is lost.',
    { status: 503 },
  );
