import * as zod from 'zod';
import type { Run } from '../run.ts';

const rest = zod.object({
  index: zod.number(),
  params: zod.record(zod.string(), zod.unknown()),
  /** The date back to which it goes on. */
  back: zod.number(),
});

const memory = zod.object({
  /** Fingerprint of what is listed. */
  list: zod.string(),
  /** Fingerprint of the newest page and the total. */
  page: zod.string(),
  /** The date of the newest record that does not lie in the future. */
  top: zod.number(),
  /** When the list was last read as far back as polls read. */
  deep: zod.number(),
  /** Where a burst of more than a poll’s records was left off. */
  rest: rest.optional(),
});

/** What a poll of a sorted list leaves for the Zap’s next one. Dates are epoch milliseconds. */
export type Memory = zod.output<typeof memory>;

/** Where a burst was left off, and how far back it goes on. */
export type Rest = zod.output<typeof rest>;

/**
 * What the poll before has left. z.cursor belongs to one Zap and lasts for an hour (zapier#cursor). Only the number of
 * requests and bursts of more than 500 records depend on it: a poll without a memory reads on as if all were new.
 * @param list fingerprint of the list that it must be about
 */
export const recallPoll = async ({ z }: Run, list: string): Promise<Memory | undefined> => {
  const text = await Promise.resolve(z.cursor.get()).catch(() => null);
  try {
    const { data } = memory.safeParse(JSON.parse(text ?? 'null'));
    return data?.list === list ? data : undefined;
  } catch {
    return undefined;
  }
};

/** Leaves something for the next poll; a store that fails fails no poll. */
export const rememberPoll = async ({ z }: Run, left: Memory): Promise<void> => {
  await Promise.resolve(z.cursor.set(JSON.stringify(left))).catch(() => null);
};
