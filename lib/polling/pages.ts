import { isDeepStrictEqual } from 'node:util';
import { HighLevelError } from '../api/errors.ts';
import { idOf, type JsonObject } from '../values.ts';
import { readingTime } from './limits.ts';
import { goesOn, type List, type Listed } from './paging.ts';
import { isNumbered, type Place, placeOf } from './places.ts';

/** What identifies a record within a list. */
export const keyOf = (record: JsonObject): unknown => idOf(record) ?? record;

/** How many bytes a value has as JSON. */
export const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');

interface Limits {
  /** How many records are enough. */
  records: number;
  /** How many bytes of JSON are enough. */
  bytes?: number;
}

/** What reading page by page needs to know of a list. */
type Paged = Pick<List, 'deadline' | 'paging' | 'byChange' | 'load'>;

/** Reads a list page by page, as far as it is told, and gathers its records, each once. */
export class PageReader {
  readonly #list: Paged;
  readonly #limits: Limits;
  readonly #stopAt: number;
  readonly #found = new Map<unknown, JsonObject>();
  /** The keys of what was read since reading began, or went on elsewhere in the list. */
  #seen = new Set<unknown>();
  #next: Place | undefined;
  /** The page before. */
  #page: Listed = { records: [] };
  /** How many pages have shown nothing new since one did. */
  #repeats = 0;
  #bytes = 0;
  #unmeasured: JsonObject[][] = [];
  #isStopped = false;
  #isNumbered = false;

  constructor(list: Paged, limits: Limits) {
    this.#list = list;
    this.#limits = limits;
    this.#stopAt = list.deadline.timeLeft - readingTime;
    this.#next = placeOf(list, 0);
  }

  get records(): JsonObject[] {
    return [...this.#found.values()];
  }

  get count(): number {
    return this.#found.size;
  }

  /** The records of the page that was read last; none if reading has just gone elsewhere in the list. */
  get page(): JsonObject[] {
    return this.#page.records;
  }

  /** The last one of them. */
  get last(): JsonObject | undefined {
    return this.page.at(-1);
  }

  /** Where to go on; undefined at the end of the list. */
  get next(): Place | undefined {
    return this.#next;
  }

  /** A page could not be read: HighLevel takes no more requests, or took too long. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** No time is left, or HighLevel takes no more requests. */
  get isLate(): boolean {
    return this.#isStopped || this.#list.deadline.timeLeft < this.#stopAt;
  }

  /** So much is read that the rest is for another run. */
  get isFull(): boolean {
    const { records, bytes = Number.POSITIVE_INFINITY } = this.#limits;
    return this.count >= records || this.#measure() >= bytes;
  }

  /** Goes on elsewhere in the list. @param before the page before, if it was read */
  jump(place: Place, before: Listed = { records: [] }): void {
    this.#next = this.#reachable(place);
    this.#page = before;
    this.#seen = new Set(before.records.map(keyOf));
    this.#repeats = 0;
  }

  /** Goes on at a page, and from there by the numbers of pages. @param index from 0 */
  jumpToPage(index: number): void {
    this.#isNumbered = true;
    this.jump(placeOf(this.#list, index));
  }

  /** Goes on behind the first page. */
  jumpBehind(first: Listed): void {
    const last = this.#isNumbered ? undefined : first.records.at(-1);
    this.jump(placeOf(this.#list, 1, last), first);
  }

  /** Adds page after page until `isEnd` or the end of the list; false if that is too much for one run. */
  async read(isEnd: () => boolean): Promise<boolean> {
    while (this.#next) {
      if (this.last && isEnd()) return true;
      if (this.isLate || (this.last && this.isFull)) return false;
      await this.readPage();
    }
    return true;
  }

  /** The next page, read. */
  async readPage(): Promise<Listed> {
    return this.#next ? this.#readPage(this.#next) : { records: [] };
  }

  /** Bytes of what was read. Most polls read one page and need not know. */
  #measure(): number {
    for (const page of this.#unmeasured.splice(0)) this.#bytes += sizeOf(page);
    return this.#bytes;
  }

  async #readPage(place: Place): Promise<Listed> {
    const { load, paging } = this.#list;
    const last = isNumbered(place) ? undefined : this.last;
    const page = await load(place.params, last).catch((error: unknown) => {
      // What was read so far counts, or a poll that needs more requests or more time than it has would never end.
      this.#isStopped =
        this.isLate || (error instanceof HighLevelError && error.kind === 'throttled');
      if (this.#isStopped && this.count > 0) return undefined;
      throw error;
    });
    if (!page) return { records: [] };
    const before = this.#seen.size;
    for (const record of page.records) {
      this.#found.set(keyOf(record), record);
      this.#seen.add(keyOf(record));
    }
    if (this.#limits.bytes) this.#unmeasured.push(page.records);
    const isKnown = this.last !== undefined && this.#seen.size === before;
    this.#repeats = isKnown ? this.#repeats + 1 : 0;
    const isRepeated = isKnown && this.#isRepeated(page);
    this.#page = page;
    const isLast = !this.last || !goesOn(page, paging);
    if (isLast) this.#next = undefined;
    else if (isRepeated) this.#next = this.#numberedPlace(place);
    else this.#next = this.#reachable(this.#placeOf(place.index + 1));
    return page;
  }

  /** The same place; undefined if HighLevel would refuse it. */
  #reachable(place: Place): Place | undefined {
    const { size, reach = Number.POSITIVE_INFINITY } = this.#list.paging;
    return place.index * size < reach ? place : undefined;
  }

  /**
   * Whether a page that shows nothing new repeats the one before: the endpoint does not page. Pages by number also show
   * nothing new for a while if many records come in front while they are read.
   */
  #isRepeated({ records, total }: Listed): boolean {
    const before = new Set(this.#page.records.map(keyOf));
    const isSame = records.every((record) => before.has(keyOf(record)));
    return (
      (isSame && total === this.#page.total) ||
      this.#repeats * this.#list.paging.size > this.#seen.size
    );
  }

  #placeOf(index: number): Place {
    return placeOf(this.#list, index, this.#isNumbered ? undefined : this.last);
  }

  /** Where a list that ignores its cursor goes on by number; undefined if it does not page, or has none. */
  #numberedPlace({ index, params }: Place): Place | undefined {
    const hasCursor = !isDeepStrictEqual(params, placeOf(this.#list, index).params);
    const hasNumbers = !isDeepStrictEqual(
      placeOf(this.#list, 0).params,
      placeOf(this.#list, 1).params,
    );
    if (!hasCursor || !hasNumbers) return undefined;
    this.#isNumbered = true;
    // What a page holds twice makes the count small: then the first page with a number is one that was read.
    const { size } = this.#seen;
    this.#seen.clear();
    return this.#placeOf(Math.floor(size / this.#list.paging.size));
  }
}
