import * as zod from 'zod';
import { choice, date, text, yesNo } from './common.ts';

/** A stretch of a day as HighLevel writes it (calendars.json, Hour). */
interface Hours {
  openHour: number;
  openMinute: number;
  closeHour: number;
  closeMinute: number;
}

const clock = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(?:([ap])\.?m\.?)?$/i;

/** `09:00`, `9` and `5:30 pm` as hour and minute; nothing for what is no time of day. */
const timeOfDay = (value: string): [hour: number, minute: number] | undefined => {
  const [, hours = '', minutes = '0', half] = clock.exec(value.trim()) ?? [];
  if (hours === '' || (half && (Number(hours) < 1 || Number(hours) > 12))) return undefined;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  return hour <= 23 && Number(minutes) <= 59 ? [hour, Number(minutes)] : undefined;
};

const pastMidnight =
  'For hours past midnight, end at 23:59 and add an item for the next day that starts at 00:00.';

const noTime = (typed: string): string => {
  const sentence = 'must be a time of day, for example 09:00 or 5:30 pm.';
  return typed.trim().startsWith('24') ? `${sentence} ${pastMidnight}` : sentence;
};

const timeField = (label: string) =>
  text(label, 'Time of day, for example 09:00 or 5:30 pm.').refine(
    (value) => timeOfDay(value) !== undefined,
    { error: ({ input }) => noTime(String(input)) },
  );

const hoursOf = (from: string, to: string): Hours => {
  const [openHour = 0, openMinute = 0] = timeOfDay(from) ?? [];
  const [closeHour = 0, closeMinute = 0] = timeOfDay(to) ?? [];
  return { openHour, openMinute, closeHour, closeMinute };
};

const inOrder = (from = '', to = ''): boolean => {
  const [start, end] = [timeOfDay(from), timeOfDay(to)];
  return !start || !end || start[0] * 60 + start[1] < end[0] * 60 + end[1];
};

const dayNames = {
  0: 'Sunday',
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  weekdays: 'Monday to Friday',
  all: 'Every day',
} as const;

const daysOf = (day: string): number[] => {
  if (day === 'weekdays') return [1, 2, 3, 4, 5];
  return day === 'all' ? [0, 1, 2, 3, 4, 5, 6] : [Number(day)];
};

/**
 * Opening hours: one line item per day (or span of days) and stretch of time in the form; one entry per day with
 * all its stretches in the request, as HighLevel itself keeps them (calendars.json, OpenHour; hours are local).
 */
export const openHours = zod
  .array(
    zod
      .object({
        day: choice('Day', dayNames),
        openFrom: timeField('Open From'),
        openTo: timeField('Open To'),
      })
      .refine(({ openFrom, openTo }) => inOrder(openFrom, openTo), {
        path: ['openTo'],
        message: `must be later than “Open From”. ${pastMidnight}`,
      }),
  )
  .transform((rows) => {
    const byDay = new Map<number, Hours[]>();
    for (const { day, openFrom, openTo } of rows) {
      for (const one of daysOf(day))
        byDay.set(one, [...(byDay.get(one) ?? []), hoursOf(openFrom, openTo)]);
    }
    return [...byDay].map(([one, hours]) => ({ daysOfTheWeek: [one], hours }));
  })
  .meta({ label: 'Opening Hours' });

/**
 * Availability of single days, which overrules the opening hours: one line item per day and stretch of time; a day
 * without times is closed (calendars.json, Availability: the date is the local day at midnight, written as UTC).
 */
export const availabilities = zod
  .array(
    zod
      .object({
        date: date('Date'),
        availableFrom: timeField('Available From').optional(),
        availableTo: timeField('Available To').optional(),
        deleted: yesNo(
          'Remove',
          'Choose yes to remove what was set for this day, so that the opening hours apply again.',
        ).optional(),
      })
      .refine(
        ({ availableFrom, availableTo }) =>
          (availableFrom === undefined) === (availableTo === undefined),
        {
          path: ['availableTo'],
          message: 'and “Available From” go together: fill in both, or neither for a closed day.',
        },
      )
      .refine(({ availableFrom, availableTo }) => inOrder(availableFrom, availableTo), {
        path: ['availableTo'],
        message: `must be later than “Available From”. ${pastMidnight}`,
      }),
  )
  .transform((rows) => {
    const byDate = new Map<string, { hours: Hours[]; deleted?: boolean }>();
    for (const { date: day, availableFrom: from, availableTo: to, deleted } of rows) {
      const known = byDate.get(day) ?? { hours: [] };
      const hours = from && to ? [...known.hours, hoursOf(from, to)] : known.hours;
      byDate.set(day, { ...known, hours, ...(deleted === undefined ? {} : { deleted }) });
    }
    return [...byDate].map(([day, rest]) => ({ date: `${day}T00:00:00.000Z`, ...rest }));
  })
  .meta({ label: 'Availability on Certain Dates' });
