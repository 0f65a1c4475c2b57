import { createHash } from 'node:crypto';
import { momentToIso } from '../time.ts';
import { isObject, type JsonObject } from '../values.ts';

/** A fingerprint of anything that JSON can say. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

/** The same for what says the same: whatever the order, `5` or `"5"`, null or left out. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((part) => JSON.stringify(canonical(part))).sort();
  if (!isObject(value)) return String(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  );
};

/** The same for all that says the same, short enough to be remembered of many records. */
export const shortFingerprint = (value: unknown): string =>
  fingerprint(canonical(value)).slice(0, 16);

/** What the sample knows of a value: of an object those members that it shows, of all else the whole. */
const onlyKnownFields = (value: unknown, sample: unknown): unknown =>
  isObject(value) && isObject(sample) && Object.keys(sample).length > 0
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => Object.hasOwn(sample, key))
          .map(([key, part]) => [key, onlyKnownFields(part, sample[key])]),
      )
    : value;

/**
 * What makes a record count as changed: its change date, or a fingerprint of what it says. Fields that the sample does
 * not know are left out of it, or all records would fire on the day on which HighLevel adds a field, as it does to the
 * permissions of users.
 */
export const revisionOf = (
  record: JsonObject,
  { changed, sample }: { changed?: string | undefined; sample: JsonObject },
): string => {
  const stamp = changed ? momentToIso(record[changed]) : undefined;
  if (stamp) return typeof stamp === 'object' ? JSON.stringify(stamp) : String(stamp);
  return fingerprint(canonical(onlyKnownFields(record, sample)));
};

/** One record per id and revision: a list that moves while it is read shows some records twice. */
export const uniqueRecords = (records: JsonObject[]): JsonObject[] => {
  const seen = new Set<string>();
  return records.filter(({ id, revision }) => {
    const key = JSON.stringify([id, revision]);
    return !seen.has(key) && seen.add(key);
  });
};
