import { daysAround } from '../../lib/time.ts';

/** From a month ago to a year ahead. */
export const aroundNow = () => daysAround(31, 366);

/** `2026-03-09T10:00:00-07:00` as “2026-03-09 10:00”. */
export const formatStart = (moment: unknown): string =>
  String(moment ?? '')
    .slice(0, 16)
    .replace('T', ' ');
