import type { State } from './state.ts';

/** What a search looks at; holds each record once. */
export type SearchIndex<T> = { add(record: T): void; remove(record: T): void };

type Change<T> = { id: string; record: T | undefined; visibleAt: number };

/**
 * Records with a search index that lags behind the writes: about 10 s; until then the index shows the old record,
 * or none for a new one (api#search-index-lag). `get` is right at once.
 */
export class Store<T extends { id: string }, Index extends SearchIndex<T>> {
  readonly #state: State;
  readonly #seedIds: string[];
  readonly #records: Map<string, T>;
  /** The ids of what was written, in the order of the first write. */
  readonly #written = new Set<string>();
  readonly #changedIds: string[] = [];
  readonly #index: Index;
  /** The records as the index holds them. */
  readonly #indexed: Map<string, T>;
  #waiting: Change<T>[] = [];

  /** @param seed newest first; `index` holds these already */
  constructor(seed: T[], index: Index, state: State) {
    this.#state = state;
    this.#seedIds = seed.map(({ id }) => id);
    this.#records = new Map(seed.map((record) => [record.id, record]));
    this.#indexed = new Map(this.#records);
    this.#index = index;
  }

  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  set(record: T): T {
    this.#records.set(record.id, record);
    this.#noteChange(record.id, record);
    return record;
  }

  delete(id: string): void {
    this.#records.delete(id);
    this.#noteChange(id, undefined);
  }

  /** Every record as it is now. */
  values(): Iterable<T> {
    return this.#records.values();
  }

  /** Every record that was written and is still there, in the order of the first write. */
  *written(): Iterable<T> {
    for (const id of this.#written) {
      const record = this.#records.get(id);
      if (record) yield record;
    }
  }

  /** The ids of all writes, oldest first, for whoever follows them. */
  get changedIds(): readonly string[] {
    return this.#changedIds;
  }

  /** The seeded record as it is now. */
  seededAt(index: number): T | undefined {
    return this.#records.get(this.#seedIds[index] ?? '');
  }

  /** The index as a search sees it now. */
  get index(): Index {
    this.#catchUp();
    return this.#index;
  }

  #noteChange(id: string, record: T | undefined): void {
    this.#written.add(id);
    this.#changedIds.push(id);
    const visibleAt = this.#state.now() + this.#state.settings.indexLag;
    this.#waiting.push({ id, record, visibleAt });
    this.#catchUp();
  }

  #catchUp(): void {
    const now = this.#state.now();
    const due = this.#waiting.findIndex(({ visibleAt }) => visibleAt > now);
    const changes = this.#waiting.splice(0, due < 0 ? this.#waiting.length : due);
    for (const { id, record } of changes) {
      const before = this.#indexed.get(id);
      if (before) this.#index.remove(before);
      if (record) this.#indexed.set(id, record);
      else this.#indexed.delete(id);
      if (record) this.#index.add(record);
    }
  }
}

/** The ids of records by a value that they have; most values have one. */
export class ValueIndex {
  readonly #ids = new Map<string, string | Set<string>>();

  add(value: string | null, id: string): void {
    if (value === null) return;
    const ids = this.#ids.get(value);
    if (ids === undefined) this.#ids.set(value, id);
    else if (typeof ids === 'string') this.#ids.set(value, new Set([ids, id]));
    else ids.add(id);
  }

  remove(value: string | null, id: string): void {
    if (value === null) return;
    const ids = this.#ids.get(value);
    if (ids === id || (ids instanceof Set && ids.delete(id) && ids.size === 0)) {
      this.#ids.delete(value);
    }
  }

  idsOf(value: string): Iterable<string> {
    const ids = this.#ids.get(value) ?? [];
    return typeof ids === 'string' ? [ids] : ids;
  }
}
