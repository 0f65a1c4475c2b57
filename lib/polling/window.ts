import { day } from '../time.ts';

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The last days, for lists that are asked for from one day to another: to the day after tomorrow, since nobody says in
 * whose time zone the days are.
 */
export const lastDays = (days: number): { startAt: string; endAt: string } => ({
  startAt: dayOf(Date.now() - days * day),
  endAt: dayOf(Date.now() + 2 * day),
});
