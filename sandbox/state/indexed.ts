import type { State } from './state.ts';

/** Seeded records made on demand: nothing is kept in memory. Index 0 is the newest record. */
export type Seeded<T> = { size: number; at(index: number): T; indexOf(id: string): number };

type Version<T> = { record: T | undefined; visibleAt: number };

/**
 * Records with a search index that lags behind the writes (reality d.3: about 10 s; until then the
 * index shows the old record, or none for a new one). `get` is right at once.
 */
export class Indexed<T extends { id: string }> {
  readonly #seed: Seeded<T>;
  readonly #state: State;
  readonly #written = new Map<string, Version<T>[]>();

  constructor(seed: Seeded<T>, state: State) {
    this.#seed = seed;
    this.#state = state;
  }

  get(id: string): T | undefined {
    const versions = this.#written.get(id);
    return versions ? versions.at(-1)?.record : this.#seeded(id);
  }

  set(record: T): T {
    this.#write(record.id, record);
    return record;
  }

  delete(id: string): void {
    this.#write(id, undefined);
  }

  /** Every record as written, without lag, newest write last. */
  *written(): Iterable<T> {
    for (const versions of this.#written.values()) {
      const record = versions.at(-1)?.record;
      if (record) yield record;
    }
  }

  /** What a search sees of the records that were written. */
  indexedWrites(): T[] {
    return [...this.#written.keys()].flatMap((id) => this.#inIndex(id) ?? []);
  }

  /** The seeded indexes from `start` on in the given direction. */
  *indexes(start = 0, step: 1 | -1 = 1): Iterable<number> {
    for (let i = start; i >= 0 && i < this.#seed.size; i += step) yield i;
  }

  /** What a search sees of the seeded records nobody wrote to: all, or those at the given indexes. */
  *untouched(indexes: Iterable<number> = this.indexes()): Iterable<T> {
    for (const index of indexes) {
      const record = this.#seed.at(index);
      if (!this.#written.has(record.id)) yield record;
    }
  }

  /** How many records a search without filters finds. */
  count(): number {
    let touched = 0;
    for (const id of this.#written.keys()) if (this.#seed.indexOf(id) >= 0) touched++;
    return this.#seed.size - touched + this.indexedWrites().length;
  }

  /** The first seeded index for which `reached` is true, given that it stays true from there on. */
  seek(reached: (record: T) => boolean): number {
    let low = 0;
    let high = this.#seed.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reached(this.#seed.at(middle))) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The seeded record as it is now. */
  seededAt(index: number): T | undefined {
    return index >= 0 && index < this.#seed.size ? this.get(this.#seed.at(index).id) : undefined;
  }

  #seeded(id: string): T | undefined {
    const index = this.#seed.indexOf(id);
    return index >= 0 && index < this.#seed.size ? this.#seed.at(index) : undefined;
  }

  #inIndex(id: string): T | undefined {
    const now = this.#state.now();
    const visible = this.#written.get(id)?.findLast((version) => version.visibleAt <= now);
    return visible ? visible.record : this.#seeded(id);
  }

  #write(id: string, record: T | undefined): void {
    const visibleAt = this.#state.now() + this.#state.settings.indexLag;
    const versions = this.#written.get(id) ?? [];
    const shown = versions.findLastIndex((version) => version.visibleAt <= this.#state.now());
    this.#written.set(id, [...versions.slice(Math.max(shown, 0)), { record, visibleAt }]);
  }
}
