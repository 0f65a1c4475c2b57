import type { Run } from '../lib/run.ts';
import { daysAround } from '../lib/time.ts';
import { knownDays } from '../records/calendarEvents.ts';
import { integer } from './common.ts';
import { calendarId, groupId, userId } from './ids.ts';

const oneOfThree = 'Choose a calendar, a user or a calendar group, and only one of them.';
const days = (label: string, helpText: string) =>
  integer(label, helpText).min(0, 'must be 0 or more').max(3_650, 'must be 3,650 or less');

/** Whose events to read, and in which days around now (calendars.json, get-calendar-events). */
export const eventFilter = {
  calendarId: calendarId.meta({ helpText: oneOfThree }).optional(),
  userId: userId.meta({ helpText: oneOfThree }).optional(),
  groupId: groupId.meta({ helpText: oneOfThree }).optional(),
  daysBack: days('Days Back', 'Includes what started up to this many days ago.').default(7),
  daysAhead: days(
    'Days Ahead',
    'Includes what starts up to this many days from now. Something with a later date triggers as soon as its date is this close. What already exists when you turn the Zap on does not trigger.',
  ).default(30),
};

/** Exactly one of the three, which the API asks for (else 422, api#owner-of-events). */
export const isOneOwner = [
  (fields: { calendarId?: unknown; userId?: unknown; groupId?: unknown }) =>
    [fields.calendarId, fields.userId, fields.groupId].filter(Boolean).length === 1,
  'Choose exactly one: a calendar, a user or a calendar group.',
] as const;

interface Days {
  daysBack: number;
  daysAhead: number;
}

/**
 * The days that the first, seeding poll reads. The window moves with time, so events come into it that are anything
 * but new: what exists when the Zap is turned on never triggers, three years further ahead, and a year back, because
 * an old event can be moved into the window.
 */
const seedDays = ({ daysBack, daysAhead }: Days): Days => ({
  daysBack: Math.max(366, daysBack),
  daysAhead: knownDays + (daysAhead || 30),
});

/** The days around now as `startTime` and `endTime` in epoch milliseconds, new at each poll. */
export const asWindow = <Values extends Days>(
  { daysBack, daysAhead, ...rest }: Values,
  { bundle }: Run,
) => {
  const days = { daysBack, daysAhead };
  const read = bundle.meta.isPopulatingDedupe ? seedDays(days) : days;
  return { ...rest, ...daysAround(read.daysBack, read.daysAhead) };
};
