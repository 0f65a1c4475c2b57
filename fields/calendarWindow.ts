import type { BasicPollingOperation } from 'zapier-platform-core';
import { withPerform } from '../lib/operation.ts';
import { integer } from './common.ts';
import { calendarId, groupId, userId } from './ids.ts';

const day = 86_400_000;

const oneOfThree = 'Choose one of the three: a calendar, a user or a calendar group.';
const days = (label: string, helpText: string) =>
  integer(label, helpText).min(0, 'must be 0 or more');

/** Whose events to read, and in which days around now (calendars.json, get-calendar-events). */
export const eventFilter = {
  calendarId: calendarId.meta({ helpText: oneOfThree }).optional(),
  userId: userId.meta({ helpText: oneOfThree }).optional(),
  groupId: groupId.meta({ helpText: oneOfThree }).optional(),
  daysBack: days('Days Back', 'How many days ago the earliest may have begun.').default(7),
  daysAhead: days(
    'Days Ahead',
    'How many days from now the latest may begin. What is created further ahead triggers once it comes within these days; what exists already when you turn the Zap on does not trigger.',
  ).default(30),
};

/** Exactly one of the three, which the API asks for (reality d.6: else 422). */
export const isOneOwner = [
  (fields: { calendarId?: unknown; userId?: unknown; groupId?: unknown }) =>
    [fields.calendarId, fields.userId, fields.groupId].filter(Boolean).length === 1,
  'Choose a calendar, a user or a calendar group: exactly one of the three.',
] as const;

/** The days around now as `startTime` and `endTime` in epoch milliseconds, anew at each poll. */
export const asWindow = <Body extends { daysBack: number; daysAhead: number }>({
  daysBack,
  daysAhead,
  ...rest
}: Body) => ({
  ...rest,
  startTime: Date.now() - daysBack * day,
  endTime: Date.now() + daysAhead * day,
});

/** Days ahead of the window that seeding looks; what was made longer ago than that is never new. */
export const knownDays = 3 * 366;

/**
 * The window moves with time, so events come into it that are anything but new. The first, seeding poll therefore
 * reads three years further ahead, and a year back, because an old event can be moved into the window: what exists
 * then never triggers later.
 */
export const seedingWidely = (operation: BasicPollingOperation): BasicPollingOperation =>
  withPerform(operation, [], (perform) => (z, bundle) => {
    if (!bundle.meta.isPopulatingDedupe) return perform(z, bundle);
    const { daysBack, daysAhead } = bundle.inputData;
    const wide = {
      daysBack: Math.max(366, Number(daysBack) || 0),
      daysAhead: knownDays + (Number(daysAhead) || 30),
    };
    return perform(z, { ...bundle, inputData: { ...bundle.inputData, ...wide } });
  });
