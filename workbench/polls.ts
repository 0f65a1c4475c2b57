import type { Result } from '../tour/station.ts';
import type { Circumstances, LocalZapier } from '../tour/zapier.ts';

/** What a poll came to. */
export interface Poll {
  /** Which poll it was; 0 is the one at switching on, which fires nothing. */
  index: number;
  records: Result[];
  /** The records that Zapier has not seen before, newest first. */
  fired: Result[];
}

/** A trigger that is switched on: Zapier's memory of the records that it has seen. */
export class Watch {
  readonly key: string;
  readonly input: Record<string, unknown>;
  readonly #zapier: LocalZapier;
  readonly #seen = new Set<string>();
  #polls = 0;

  constructor(zapier: LocalZapier, key: string, input: Record<string, unknown>) {
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

  /** Whether this watch is of the same trigger, set up in the same way. */
  isOf(key: string, input: Record<string, unknown>): boolean {
    return key === this.key && JSON.stringify(input) === JSON.stringify(this.input);
  }

  /** Polls once. The first poll only fills the memory, as when a Zap is switched on. A poll that fails leaves no trace. */
  async poll(heard?: Circumstances['heard']): Promise<Poll> {
    const isFirst = this.#polls === 0;
    const records = await this.#zapier.run(this.key, this.input, {
      ...(isFirst ? { isPopulatingDedupe: true } : {}),
      ...(heard ? { heard } : {}),
    });
    const unseen = records.filter(
      (record) => !this.#seen.has(this.#zapier.dedupeKey(this.key, record)),
    );
    for (const record of unseen) this.#seen.add(this.#zapier.dedupeKey(this.key, record));
    const index = this.#polls;
    this.#polls += 1;
    return { index, records, fired: isFirst ? [] : unseen };
  }
}
