/** The true date, even if a test tells a false one: false dates take longer to make and to read. */
const { Date: TrueDate } = globalThis;

export const iso = (time: number): string => new TrueDate(time).toISOString();

export const parse = (date: unknown): number => TrueDate.parse(String(date));

export interface Item {
  [key: string]: unknown;
  id: string;
  dateAdded: string;
  dateUpdated: string;
}

/** A record with the time by which its list is sorted, read once. */
export interface Placed {
  item: Item;
  time: number;
}

export const timeOf = (item: Item, field: string): number => parse(item[field]);

/** A record without the date comes last. */
const placed = (item: Item, field: string): Placed => {
  const time = timeOf(item, field);
  return { item, time: Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time };
};

/** Whether a record comes before another one: the newer one, of the same moment the one whose id comes first. */
const isBefore = (one: Placed, time: number, id: string): boolean =>
  one.time > time || (one.time === time && one.item.id < id);

/** The place of a record in a list, or the one that it would have. */
const placeOf = (list: readonly Placed[], time: number, id: string): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = list[middle];
    if (one && isBefore(one, time, id)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** What comes behind a cursor in a list that is newest first, then by id. */
export const follow = (list: readonly Placed[], [time, id]: [number, string]): Placed[] => {
  const place = placeOf(list, time, id);
  const { item, time: found } = list[place] ?? {};
  return list.slice(item?.id === id && found === time ? place + 1 : place);
};

/** The records that lists show, in the order in which they were made and in that of each date that was asked for. */
export class Lists {
  #shown = new Map<string, Item | undefined>();
  #sorted = new Map<string, Placed[]>();
  #items: readonly Item[] | undefined;

  copy(): Lists {
    const copy = new Lists();
    copy.#shown = new Map(this.#shown);
    copy.#sorted = new Map([...this.#sorted].map(([field, list]) => [field, [...list]]));
    copy.#items = this.#items;
    return copy;
  }

  /** From now on a record is shown so, or not at all. */
  show(id: string, item: Item | undefined): void {
    const before = this.#shown.get(id);
    if (!before && !item && this.#shown.has(id)) return;
    this.#shown.set(id, item);
    if (before === item) return;
    this.#items = undefined;
    for (const [field, list] of this.#sorted) {
      const [old, fresh] = [before && placed(before, field), item && placed(item, field)];
      if (old) list.splice(placeOf(list, old.time, id), 1);
      if (fresh) list.splice(placeOf(list, fresh.time, id), 0, fresh);
    }
  }

  get items(): readonly Item[] {
    this.#items ??= [...this.#shown.values()].filter((item) => item !== undefined);
    return this.#items;
  }

  /** Newest first by a date. */
  by(field: string): readonly Placed[] {
    const known = this.#sorted.get(field);
    if (known) return known;
    const sorted = this.items
      .map((item) => placed(item, field))
      .sort((a, b) => b.time - a.time || (a.item.id < b.item.id ? -1 : 1));
    this.#sorted.set(field, sorted);
    return sorted;
  }
}

/** What a list of keys has more than once. */
export const repeated = (keys: readonly string[]): string[] => {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
};
