import { day } from '../time.ts';

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The last days, for lists that are asked for from one day to another: to the day after tomorrow, since nobody says in
 * whose time zone the days are.
 * @param endAt the last day, if it is another one: then they count back from it once it has passed
 */
export const lastDays = (
  days: number,
  endAt = dayOf(Date.now() + 2 * day),
): { startAt: string; endAt: string } => ({
  startAt: dayOf(Math.min(Date.now(), Date.parse(endAt)) - days * day),
  endAt,
});
