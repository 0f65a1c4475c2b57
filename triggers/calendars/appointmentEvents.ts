import { eventFilter, isOneOwner } from '../../fields/calendarWindow.ts';
import { timeOf } from '../../lib/time.ts';
import type { JsonObject } from '../../lib/values.ts';

const { calendarId, userId, groupId } = eventFilter;

const helpText =
  'Choose a calendar, a user or a calendar group, and only one of them. An appointment that is moved there later counts from then on.';

/** Whose appointments to watch: HighLevel lists them by one of these only (api#owner-of-events). */
export const owner = {
  calendarId: calendarId.meta({ helpText }),
  userId: userId.meta({ helpText }),
  groupId: groupId.meta({ helpText }),
};

export { isOneOwner };

/** When an appointment starts, in UTC, however HighLevel writes it. */
export const startOf = ({ startTime }: JsonObject): string => {
  const time = timeOf(startTime);
  return Number.isNaN(time) ? String(startTime) : new Date(time).toISOString();
};

/** Statuses of an appointment that does not take place. */
export const isOff = ({ appointmentStatus: status }: JsonObject): boolean =>
  ['cancelled', 'noshow', 'invalid'].includes(String(status));
