import { createHash } from 'node:crypto';
import type { Bundle, PlainInputField } from 'zapier-platform-core';
import type { Fields } from './inputFields.ts';
import type { Raw, RecordType } from './record.ts';
import { timeLeft } from './request.ts';

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
  /** Hours in which a poll looks for what is new: 24, or 48 where the search index lags. */
  hours?: number;
}

const seedRecords = 2_000;
const pollRecords = 500;
const pollTime = 20_000;

/** “Trigger On”, which every list trigger has. */
export const triggerOn = (noun: string): PlainInputField => ({
  key: 'triggerOn',
  label: 'Trigger On',
  type: 'string',
  default: 'new',
  choices: { new: `A new ${noun}`, changed: `A new or a changed ${noun}` },
});

const volatile = new Set(['traceId', 'revision', 'sort', 'searchAfter']);

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => part !== undefined && !volatile.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  );
};

/** What makes a record count as changed: its change date, or a fingerprint of what it says. */
export const changeOf = (raw: Raw, type: RecordType): string => {
  const stamp = type.changed ? raw[type.changed] : undefined;
  if (stamp) return typeof stamp === 'object' ? JSON.stringify(stamp) : String(stamp);
  return createHash('sha256')
    .update(JSON.stringify(canonical(raw)))
    .digest('hex')
    .slice(0, 32);
};

const timeOf = (value: unknown): number =>
  typeof value === 'number' ? value : Date.parse(String(value ?? ''));

/**
 * Reads a list as far as the run needs it. The first, seeding poll reads more than any later poll can return, so
 * that deleting a record never makes an old one fire; a later poll stops at what is older than the window.
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
  const enough = meta.isPopulatingDedupe || !newest ? seedRecords : pollRecords;
  const since = Date.now() - (paging.hours ?? 24) * 3_600_000;
  const stopAt = timeLeft(bundle) - pollTime;
  const records: Raw[] = [];
  for (let index = 0; records.length < enough; index += 1) {
    const page = await load(
      paging.ask({ index, size: paging.size, changed, last: records.at(-1) }),
    );
    records.push(...page);
    const oldest = newest ? timeOf(page.at(-1)?.[newest]) : Number.NaN;
    // A short page is the only reliable end (reality d.13).
    if (page.length < paging.size || timeLeft(bundle) < stopAt) break;
    if (!meta.isPopulatingDedupe && oldest < since) break;
  }
  return records.slice(0, enough);
};

/** One record per id and revision: a list that moves while it is read shows some records twice. */
export const unique = (records: Raw[]): Raw[] => {
  const seen = new Set<string>();
  return records.filter(({ id, revision }) => {
    const key = JSON.stringify([id, revision]);
    return !seen.has(key) && seen.add(key);
  });
};
