import * as zod from 'zod';
import { askMemory, type OwnCache } from '../cache.ts';
import { memoryDays } from './limits.ts';

const rest = zod.object({
  /** The endpoint that was read. */
  route: zod.string().default(''),
  index: zod.number(),
  params: zod.record(zod.string(), zod.unknown()),
  /** The date and the id of the record before it. */
  from: zod.number(),
  last: zod.string(),
  /** The total and the fingerprint of the newest page at that time. */
  total: zod.number(),
  page: zod.string(),
  /** The date back to which it goes on. */
  back: zod.number(),
  /** How many records have come, if some of them may be older than that date: then it goes on behind it. */
  come: zod.number(),
});

const memory = zod.object({
  /** The name of the list. */
  list: zod.string(),
  /** What is older was there when the Zap was turned on, and has never been read; 0 if everything was read. */
  floor: zod.number(),
  /** The date back to which the next poll reads, or the one that has read the rest. */
  since: zod.number(),
  /** The date of the newest record. */
  top: zod.number(),
  /** How many records the list held at the last polls, newest first, with those that have come since. */
  totals: zod.array(zod.number()),
  /** Fingerprint of the newest page and the total. */
  page: zod.string(),
  /** Where what is too much for one poll was left off. */
  rest: rest.optional(),
  /** What the index may have hidden from an earlier poll is being read once more. */
  isAgain: zod.boolean().default(false),
  /** When the long memory was written. */
  stored: zod.number().default(0),
});

/** What a poll of a sorted list leaves for the Zap’s next one. Dates are epoch milliseconds. */
export type Memory = zod.output<typeof memory>;

/** Where what is too much for one poll was left off, and how far back it goes on. */
export type Rest = zod.output<typeof rest>;

const generations = zod.array(memory);

/** The long memory is written once in this time, in milliseconds. */
const storedEvery = 3_600_000;

const longName = (list: string): string => `poll:${list}`;

/** The same without what means something to one Zap and one endpoint only: a poll reads from the top on. */
export const withoutRest = ({ rest: left, ...own }: Memory): Memory => ({
  ...own,
  since: Math.min(own.since, left?.back ?? own.since),
  totals: own.totals.map((total) => total - (left?.come ?? 0)),
  page: '',
});

const highest = (floor: number, all: Memory[]): number =>
  Math.max(floor, ...all.map((one) => one.floor));

/** The memory of an hour that Zapier keeps for each Zap: `z.cursor`. */
interface Cursor {
  get: () => Promise<string | null> | string | null;
  set: (text: string) => Promise<unknown> | unknown;
}

/**
 * Where polls leave something for the next one. Two memories make up for each other:
 *
 * - `z.cursor` belongs to one Zap and lasts for an hour (zapier#cursor): the short memory, exact. A Zap that is polled
 *   every few minutes needs no other.
 * - `z.cache` lasts for 90 days here, but Zaps with the same form share it: the long memory, for a Zap that was not
 *   polled for a while, because the connection was held. It holds two states, an hour or more apart. A Zap without a
 *   short memory takes the older one, since the newer one may be that of another Zap that was polled before it. So it
 *   reads a little that Zapier has seen already, and misses nothing.
 *
 * Without either, a poll reads as if all were new.
 */
export class PollMemory {
  readonly #cursor: Cursor;
  readonly #cache: OwnCache;

  constructor(cursor: Cursor, cache: OwnCache) {
    this.#cursor = cursor;
    this.#cache = cache;
  }

  /** What the poll before has left. @param list the name of the list that it must be about */
  async recall(list: string): Promise<Memory | undefined> {
    const text = await askMemory(() => this.#cursor.get(), null);
    try {
      const { data } = memory.safeParse(JSON.parse(text ?? 'null'));
      if (data?.list === list) return data;
    } catch {
      // No JSON: something else has been kept there.
    }
    const all = await this.#recallLong(list);
    const older = all.at(-1);
    return older && { ...older, floor: highest(0, all), stored: all[0]?.stored ?? 0 };
  }

  /** Leaves something for the next poll; a store that fails fails no poll. @param isSeed the Zap was just turned on */
  async remember(left: Memory, isSeed = false): Promise<void> {
    const stored = await this.#storeLong(left, isSeed);
    const text = JSON.stringify({ ...left, stored });
    await askMemory(() => this.#cursor.set(text), null);
  }

  /** What is left of the long memory, newest first. */
  async #recallLong(list: string): Promise<Memory[]> {
    return generations.safeParse(await this.#cache.read(longName(list))).data ?? [];
  }

  /** When the long memory was written, after writing it if that is due. */
  async #storeLong(left: Memory, isSeed: boolean): Promise<number> {
    const now = Date.now();
    if (!isSeed && now - left.stored < storedEvery) return left.stored;
    const all = await this.#recallLong(left.list);
    const [newer, ...older] = all;
    const isFresh = newer !== undefined && now - newer.stored < storedEvery;
    if (isFresh && !isSeed) return newer.stored;
    const stored = { ...withoutRest(left), floor: highest(left.floor, all), stored: now };
    const kept = isFresh ? older : newer ? [newer] : [];
    await this.#cache.write(longName(left.list), [stored, ...kept], memoryDays * 86_400);
    return now;
  }
}
