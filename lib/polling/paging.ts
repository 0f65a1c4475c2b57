import type { Run } from '../run.ts';
import type { JsonObject } from '../values.ts';

/** Which page of a list is wanted. */
export interface Page {
  /** From 0. */
  index: number;
  size: number;
  /** Changed records are wanted too, so the latest change should come first if the endpoint can do that. */
  changed: boolean;
  /** The last record of the page before. */
  last: JsonObject | undefined;
}

/** How an endpoint hands out a list page by page. */
export interface Paging {
  /** The largest page that the endpoint takes; more is refused with 400, not clamped (api#limit-above-the-maximum). */
  size: number;
  /** What to add to the input for a page. */
  params: (page: Page) => JsonObject;
  /** The date by which the list comes newest first, for new and for changed records; without one everything is read. */
  newest?: { new?: string; changed?: string };
  /** The date of creation, if the list comes by another one even for new records. */
  created?: string;
  /** Whether the list goes on after an answer, if the endpoint says so. */
  more?: (answer: unknown) => boolean | undefined;
}

/** What one request of a list gave. */
export interface Listed {
  records: JsonObject[];
  /** How many records the list holds in all, if the endpoint says so. */
  total?: unknown;
  /** Whether the list goes on, if the endpoint says so; else a full page means that it does. */
  more?: boolean | undefined;
}

/** A list that a run reads, and what becomes of its records. */
export interface List<Item = unknown> {
  run: Run;
  paging: Paging;
  /** Changed records are wanted too. */
  changed: boolean;
  /** Sends one request. @param params what to add to the input */
  load: (params: JsonObject) => Promise<Listed>;
  /** Makes of the records what the poll gives. */
  finish: (records: JsonObject[]) => Promise<Item[]>;
}

/** Lists that page by `skip` and `limit`. */
export const bySkip = (size: number, newest: Paging['newest'] = {}): Paging => ({
  size,
  newest,
  params: ({ index, size: limit }) => ({ skip: index * size, limit }),
});

/** Whether a list goes on after a page. A short page is the only reliable end (api#end-of-a-list). */
export const goesOn = ({ more, records }: Listed, { size }: Paging): boolean =>
  more ?? records.length >= size;
