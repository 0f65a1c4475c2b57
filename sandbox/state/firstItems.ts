type Order<T> = (a: T, b: T) => number;

/** What comes first among many items, without sorting the rest: most items are compared once and let go. */
export class FirstItems<T> {
  readonly #order: Order<T>;
  readonly #count: number;
  #items: T[] = [];
  /** What comes before none of the items that are kept, once there are enough of them. */
  #last: T | undefined;

  constructor(count: number, order: Order<T>) {
    this.#count = count;
    this.#order = order;
  }

  add(item: T): void {
    if (this.#last !== undefined && this.#order(item, this.#last) >= 0) return;
    this.#items.push(item);
    if (this.#items.length >= 2 * this.#count + 1_000) this.#prune();
  }

  /** The first items in order, from one place on. */
  from(start: number): T[] {
    if (this.#items.length > this.#count) this.#prune();
    separate(this.#items, this.#order, start);
    return this.#items.slice(start).sort(this.#order);
  }

  #prune(): void {
    separate(this.#items, this.#order, this.#count);
    this.#items.length = this.#count;
    if (this.#count > 0) {
      this.#last = this.#items.reduce((a, b) => (this.#order(a, b) < 0 ? b : a));
    }
  }
}

/** Puts what comes first before `place`, and the rest behind it, in any order (quickselect). */
function separate<T>(items: T[], order: Order<T>, place: number): void {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const [behind, ahead] = partition(items, order, low, high);
    if (place <= behind) high = behind;
    else if (place >= ahead) low = ahead;
    else return;
  }
}

/** Moves what comes before the middle item to its left; gives where the left part ends and the right begins. */
function partition<T>(items: T[], order: Order<T>, low: number, high: number): [number, number] {
  const pivot = items[(low + high) >> 1] as T;
  let i = low;
  let j = high;
  while (i <= j) {
    while (order(items[i] as T, pivot) < 0) i++;
    while (order(items[j] as T, pivot) > 0) j--;
    if (i > j) break;
    [items[i], items[j]] = [items[j] as T, items[i] as T];
    i++;
    j--;
  }
  return [j, i];
}
