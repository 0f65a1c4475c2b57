import * as zod from 'zod';
import { choice, integer, text, until } from './common.ts';

const inSeries = { group: 'Repetition' } as const;

/** How an appointment repeats, in people's words; `toRule` makes the RRULE of it. */
const repeat = zod
  .object({
    frequency: choice('Repeat', {
      DAILY: 'Daily',
      WEEKLY: 'Weekly',
      MONTHLY: 'Monthly',
      YEARLY: 'Yearly',
    }).optional(),
    interval: integer('Repeat Every', 'For example 2 with “Weekly” for every other week.')
      .min(1, 'must be at least 1')
      .optional(),
    count: integer('Number of Appointments', 'The series ends after this many appointments.')
      .min(1, 'must be at least 1')
      .optional(),
    until: until('Repeat Until').optional(),
  })
  .meta(inSeries);

/** `repeat` as it was filled in. */
export type Repeat = zod.output<typeof repeat>;

/** The section “Repetition” of an appointment. */
export const seriesFields = {
  repeat: repeat.optional(),
  rrule: text(
    'Repeat Rule',
    'An iCalendar RRULE. You only need it for what the fields above cannot express, for example certain weekdays.',
  )
    .meta(inSeries)
    .optional(),
};

/** A picked end in UTC as RFC 5545 wants it. */
const toUtc = (moment: number): string => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '');

/** The RRULE of a series: `RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=5`. */
export const toRule = ({ frequency, interval, count, until: end }: Repeat): string =>
  [
    `RRULE:FREQ=${frequency}`,
    ...(interval ? [`INTERVAL=${interval}`] : []),
    ...(count ? [`COUNT=${count}`] : []),
    ...(end ? [`UNTIL=${toUtc(end)}`] : []),
  ].join(';');
