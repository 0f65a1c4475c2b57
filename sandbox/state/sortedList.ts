/**
 * Items by a number, mostly a date, and by `compareTies` where that is the same. Stays in order while items
 * come and go. No two items may be equal in both.
 */
export class SortedList<T> {
  readonly #rankOf: (item: T) => number;
  readonly #compareTies: (a: T, b: T) => number;
  readonly #items: T[];

  constructor(
    items: Iterable<T>,
    rankOf: (item: T) => number,
    compareTies: (a: T, b: T) => number,
  ) {
    this.#rankOf = rankOf;
    this.#compareTies = compareTies;
    this.#items = [...items].sort((a, b) => this.#compare(a, b));
  }

  /** The items, lowest number first. */
  get items(): readonly T[] {
    return this.#items;
  }

  add(item: T): void {
    this.#items.splice(this.#placeOf(item), 0, item);
  }

  remove(item: T): void {
    const place = this.#placeOf(item);
    const found = this.#items[place];
    if (found !== undefined && this.#compare(found, item) === 0) this.#items.splice(place, 1);
  }

  /** Highest number first, though items of the same number stay in their order; from a number on downwards. */
  *descending(from = Number.POSITIVE_INFINITY): Iterable<T> {
    const items = this.#items;
    let end = this.#seek((item) => this.#rankOf(item) > from);
    while (end > 0) {
      const rank = this.#rankOf(items[end - 1] as T);
      let start = end - 1;
      while (start > 0 && this.#rankOf(items[start - 1] as T) === rank) start--;
      for (let i = start; i < end; i++) yield items[i] as T;
      end = start;
    }
  }

  /** Lowest number first, from a number on upwards. */
  *ascending(from = Number.NEGATIVE_INFINITY): Iterable<T> {
    const items = this.#items;
    for (let i = this.#seek((item) => this.#rankOf(item) >= from); i < items.length; i++) {
      yield items[i] as T;
    }
  }

  /** The items from last to first, from a number on downwards. */
  *reversed(from = Number.POSITIVE_INFINITY): Iterable<T> {
    const end = this.#seek((item) => this.#rankOf(item) > from);
    for (let i = end - 1; i >= 0; i--) yield this.#items[i] as T;
  }

  #compare(a: T, b: T): number {
    return this.#rankOf(a) - this.#rankOf(b) || this.#compareTies(a, b);
  }

  #placeOf(item: T): number {
    return this.#seek((other) => this.#compare(other, item) >= 0);
  }

  /** The first place whose item has reached something, which all after it have too. */
  #seek(hasReached: (item: T) => boolean): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (hasReached(this.#items[middle] as T)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Ids decide between two of the same moment. */
export const compareIds = (a: { id: string }, b: { id: string }): number =>
  a.id < b.id ? -1 : Number(a.id !== b.id);
