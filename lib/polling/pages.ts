import type { Deadline } from '../run.ts';
import { idOf, type JsonObject } from '../values.ts';
import { readingTime } from './limits.ts';
import { goesOn, type List, type Listed } from './paging.ts';

/** Where to go on in a list: the request of the next page. */
export interface Place {
  /** Of the page, from 0. */
  index: number;
  params: JsonObject;
}

/** The same with the page, if it was read already. */
export type Start = Place & { page?: Listed };

/** The place of a page. @param last the last record of the page before */
export const placeOf = (
  { paging, changed }: Pick<List, 'paging' | 'changed'>,
  index: number,
  last?: JsonObject,
): Place => ({
  index,
  params: paging.params({ index, size: paging.size, changed, last }),
});

/** What identifies a record within a list. */
export const keyOf = (record: JsonObject): unknown => idOf(record) ?? record;

/** The pages of a list, and until when they may be read. */
type Pages = Pick<List, 'load' | 'paging' | 'changed'> & { deadline: Deadline };

/** Reads a list page by page and gathers its records, each once. */
export class PageReader {
  readonly #list: Pages;
  readonly #most: number;
  readonly #stopAt: number;
  readonly #found = new Map<unknown, JsonObject>();

  /** @param most how many records are enough */
  constructor(list: Pages, most: number) {
    this.#list = list;
    this.#most = most;
    this.#stopAt = list.deadline.timeLeft - readingTime;
  }

  get records(): JsonObject[] {
    return [...this.#found.values()];
  }

  get count(): number {
    return this.#found.size;
  }

  /** Adds page after page until `isEnd`, and says where to go on if there is too much for one run. */
  async read(from: Start, isEnd: (last: JsonObject) => boolean): Promise<Place | undefined> {
    const { load, paging, deadline } = this.#list;
    for (let place = from; ; ) {
      const page = place.page ?? (await load(place.params));
      const before = this.count;
      for (const record of page.records) this.#found.set(keyOf(record), record);
      const last = page.records.at(-1);
      // An endpoint that does not page repeats itself.
      const isRepeated = place !== from && this.count === before;
      if (!last || !goesOn(page, paging) || isRepeated || isEnd(last)) return undefined;
      place = placeOf(this.#list, place.index + 1, last);
      if (this.count >= this.#most || deadline.timeLeft < this.#stopAt) return place;
    }
  }
}
