import { dateTime, text } from './common.ts';
import { calendarId, userId } from './ids.ts';

const either = 'Choose a calendar or a user, not both.';

/** Whose time is blocked (calendars.json, BlockSlotCreateSchema). */
export const blockOwner = {
  calendarId: calendarId.meta({ helpText: either, altersDynamicFields: true }).optional(),
  assignedUserId: userId.meta({ helpText: either, altersDynamicFields: true }).optional(),
};

/** What is blocked, and from when to when. */
export const block = {
  title: text('Title', 'What the calendar shows, for example “Staff meeting”.'),
  startTime: dateTime('Start'),
  endTime: dateTime('End'),
};

/**
 * The document requires a calendar and forbids it together with a user; a user alone is right (api#owner-of-a-block).
 */
export const hasOneOwner = [
  (fields: { calendarId?: unknown; assignedUserId?: unknown }) =>
    Boolean(fields.calendarId) !== Boolean(fields.assignedUserId),
  'Choose exactly one: a calendar, or a user whose time is blocked.',
] as const;

interface Times {
  startTime?: string | undefined;
  endTime?: string | undefined;
}

/** A block ends after it starts. */
export const endsLater: [(times: Times) => boolean, { path: string[]; message: string }] = [
  ({ startTime, endTime }) => !startTime || !endTime || startTime < endTime,
  { path: ['endTime'], message: 'must be later than “Start”.' },
];
