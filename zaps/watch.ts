import type { Circumstances, LocalZapier } from './app.ts';
import type { Values } from './zap.ts';

/** What a poll came to. */
export interface Poll {
  /** Which poll it was; 0 is the one at switching on, which fires nothing. */
  index: number;
  records: Values[];
  /** The records that Zapier has not seen before, newest first. */
  fired: Values[];
}

/** A trigger that is switched on: Zapier's memory of the records that it has seen. */
export class Watch {
  readonly key: string;
  readonly input: Values;
  readonly #zapier: LocalZapier;
  readonly #seen = new Set<string>();
  #polls = 0;

  constructor(zapier: LocalZapier, key: string, input: Values) {
    this.#zapier = zapier;
    this.key = key;
    this.input = input;
  }

  get polls(): number {
    return this.#polls;
  }

  get remembered(): number {
    return this.#seen.size;
  }

  /** Whether this watch is of the same trigger of the same account, set up in the same way. */
  isOf(zapier: LocalZapier, key: string, input: Values): boolean {
    return (
      zapier === this.#zapier &&
      key === this.key &&
      JSON.stringify(input) === JSON.stringify(this.input)
    );
  }

  /** Polls. The first poll only fills the memory, as when a Zap is switched on. A poll that fails leaves no trace. */
  async poll(circumstances: Circumstances = {}): Promise<Poll> {
    const isFirst = this.#polls === 0;
    const records = await this.#zapier.run(this.key, this.input, {
      ...circumstances,
      ...(isFirst ? { isPopulatingDedupe: true } : {}),
    });
    const keyOf = (record: Values) => this.#zapier.dedupeKey(this.key, record);
    const unseen = records.filter((record) => !this.#seen.has(keyOf(record)));
    for (const record of unseen) this.#seen.add(keyOf(record));
    const index = this.#polls;
    this.#polls += 1;
    return { index, records, fired: isFirst ? [] : unseen };
  }
}
