import type { OwnCache } from '../cache.ts';
import type { Deadline } from '../run.ts';
import type { JsonObject } from '../values.ts';
import type { PollMemory } from './memory.ts';

/** Which page of a list is wanted. */
export interface Page {
  /** From 0. */
  index: number;
  size: number;
  /** The latest change should come first if the endpoint can do that. */
  changed: boolean;
  /** The last record of the page before. */
  last: JsonObject | undefined;
}

/** How an endpoint hands out a list page by page. */
export interface Paging {
  /** The largest page that the endpoint takes; more is refused with 400, not clamped (api#limit-above-the-maximum). */
  size: number;
  /** How many records its pages reach, if HighLevel refuses to go on: the list ends there for a poll. */
  reach?: number;
  /** What to add to the input for a page. */
  params: (page: Page) => JsonObject;
  /** The date by which the list comes newest first, for new and for changed records; without one everything is read. */
  newest?: { new?: string; changed?: string };
  /** The date of creation, if the list comes by another one even for new records. */
  created?: string;
  /** Whether a request wants only records that fit something. One that fits only now has just changed. */
  isNarrowed?: (input: JsonObject) => boolean;
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

/** What a list is read for: choices of a dropdown, the editor’s sample, the first poll of a Zap, a later one. */
export type Purpose = 'dropdown' | 'sample' | 'seed' | 'poll';

/** A list that a run reads, and what becomes of its records. */
export interface List<Item = unknown> {
  purpose: Purpose;
  /** Which page a dropdown asks for, from 0. */
  page: number;
  deadline: Deadline;
  cache: OwnCache;
  memory: PollMemory;
  /** What is asked for: under this name polls remember where they were. */
  name: string;
  /** The endpoint: where a poll was left off means nothing to another one. */
  route: string;
  paging: Paging;
  /** Changed records are wanted too. */
  changed: boolean;
  /** The latest change comes first: changed records are wanted, or those that fit something only now. */
  byChange: boolean;
  /** The poll that turns the Zap on reads the list whole: it is another one than the later polls read. */
  readsWhole?: boolean;
  /** The member that tells old records from new ones, if HighLevel may have given the list in order before. */
  lostDate?: string | undefined;
  /** What a person can do if the list is too long, as parts of a sentence. */
  advice: () => string[];
  /** Sends one request. @param params what to add to the input @param last the record after which it goes on */
  load: (params: JsonObject, last?: JsonObject) => Promise<Listed>;
  /** Makes of the records what the poll gives. */
  finish: (records: JsonObject[]) => Promise<Item[]>;
}

/** The member that tells old records from new ones. */
export const ageDate = ({ paging, changed }: Pick<List, 'paging' | 'changed'>) =>
  changed ? paging.newest?.changed : (paging.created ?? paging.newest?.new);

/** Lists that page by `skip` and `limit`. */
export const bySkip = (size: number, newest: Paging['newest'] = {}): Paging => ({
  size,
  newest,
  params: ({ index, size: limit }) => ({ skip: index * size, limit }),
});

/** Whether a list goes on after a page. A short page is the only reliable end (api#end-of-a-list). */
export const goesOn = ({ more, records }: Listed, { size }: Paging): boolean =>
  more ?? records.length >= size;
