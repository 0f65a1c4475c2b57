import * as zod from 'zod';
import { type Kind, kindOf } from '../api/errors.ts';
import { timeOf } from '../time.ts';
import type { JsonObject } from '../values.ts';
import { late } from './limits.ts';
import { ageDate, type List } from './paging.ts';
import { readChoices, readSample } from './sample.ts';
import { readSorted } from './sorted.ts';
import { readNoLongerSorted, readUnsorted } from './unsorted.ts';

/** The member that holds the date of a list’s order, if it has one. */
const orderDate = ({ paging: { newest }, byChange }: List): string | undefined =>
  byChange ? newest?.changed : newest?.new;

/** Reads as much of a list as the run needs it: for a dropdown, for the editor’s sample, for a poll. */
export const readList = <Item>(list: List<Item>): Promise<Item[]> => {
  if (list.purpose === 'dropdown') return readChoices(list);
  if (list.purpose === 'sample') return readSample(list);
  const date = orderDate(list);
  if (date && list.readsWhole) return readNoLongerSorted(list, date);
  if (date) return readSorted(list, date);
  return list.lostDate ? readNoLongerSorted(list, list.lostDate) : readUnsorted(list);
};

/** The faults by which HighLevel refuses to give a list in order. */
const refusals = [
  'invalid',
  'unsupported',
  'scope',
  'forbidden',
  'not_found',
] as const satisfies Kind[];
type Refusal = (typeof refusals)[number];

/** Whether records come newest first by a date, but for what the index muddles. */
const isInOrder = (records: JsonObject[], date: string): boolean => {
  const times = records.map((record) => timeOf(record[date])).filter((time) => !Number.isNaN(time));
  return times.every((time, index) => time <= (times[index - 1] ?? time) + late);
};

/** Seconds after which HighLevel is asked again for an order that it refused. */
const refusedFor = 86_400;

/** Milliseconds for which a refusal must last until HighLevel is asked no more: in a bad night it refuses anything. */
const doubtFor = 3_600_000;

/** What is kept of a refusal. */
const refusedOrder = zod.object({
  kind: zod.enum(refusals),
  /** When HighLevel first refused, in epoch milliseconds. */
  since: zod.number(),
});

/**
 * Reads a list by the endpoint that gives it in order. No exchange with the real API shows that it does
 * (api#opportunity-search, api#object-search), so if HighLevel refuses, or ignores the order, the list is read in the
 * way that is proven.
 */
export const readOrdered = async <Item>(
  ordered: List<Item>,
  fallback: List<Item>,
): Promise<Item[]> => {
  const { cache } = ordered;
  const entry = `unordered:${ordered.name}`;
  const date = orderDate(ordered) ?? '';
  const lostDate = ageDate(ordered);
  const readFallback = (kind: Kind) => {
    const advice = () => [...fallback.advice(), ...(kind === 'scope' ? ordered.advice() : [])];
    return readList({ ...fallback, lostDate, advice });
  };
  const kept = refusedOrder.safeParse(await cache.read(entry)).data;
  if (kept && Date.now() - kept.since >= doubtFor) return readFallback(kept.kind);
  let refusal: Refusal | undefined;
  const load: List['load'] = async (params, last) => {
    const page = await ordered.load(params).catch((error: unknown) => {
      const kind = kindOf(error);
      refusal = refusals.find((one) => one === kind);
      throw error;
    });
    if (isInOrder([...(last ? [last] : []), ...page.records], date)) return page;
    refusal = 'unsupported';
    // Nobody reads this: the list is read in the other way.
    throw new Error('not in order');
  };
  try {
    const items = await readList({ ...ordered, load });
    if (kept) await cache.clear(entry);
    return items;
  } catch (error) {
    if (!refusal) throw error;
    const items = await readFallback(refusal);
    // Only now: a list that cannot be read in the other way is asked for in order again.
    await cache.write(entry, { kind: refusal, since: kept?.since ?? Date.now() }, refusedFor);
    return items;
  }
};
