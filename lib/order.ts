import { timeOf } from './time.ts';
import type { JsonObject } from './values.ts';

/** How two records stand to each other: below zero if the first one comes first. */
export type Order = (one: JsonObject, other: JsonObject) => number;

/** By a date, the earliest first; what has none comes last. */
export const earliestFirst =
  (date: string): Order =>
  (one, other) =>
    (timeOf(one[date]) || Number.MAX_SAFE_INTEGER) -
    (timeOf(other[date]) || Number.MAX_SAFE_INTEGER);

/** By a date, the latest first; what has none comes last. */
export const latestFirst =
  (date: string): Order =>
  (one, other) =>
    (timeOf(other[date]) || 0) - (timeOf(one[date]) || 0);
