import { from, integer, until } from '../../fields/common.ts';
import type { Run } from '../../lib/run.ts';
import { day } from '../../lib/time.ts';
import type { JsonObject } from '../../lib/values.ts';

/** From when to when slots are wanted, in the form. */
export const period = {
  startDate: from('From', 'Leave empty to start now.').optional(),
  endDate: until('To', 'Leave empty to use “Days Ahead”.').optional(),
  daysAhead: integer(
    'Days Ahead',
    'How many days to look ahead, counted from “From” or, if that is empty, from now. Each day adds the slots of one more day, and they trigger too. If you want only slots that become free in a fixed period, fill in “From” and “To”. Each slot triggers once.',
  )
    .min(1, 'must be at least 1')
    .max(366, 'must be at most 366')
    .default(14),
};

interface Period {
  startDate?: number | undefined;
  endDate?: number | undefined;
  daysAhead: number;
}

/** From when to when slots are wanted, in epoch milliseconds. */
const resolvePeriod = ({ startDate = Date.now(), endDate, daysAhead }: Period) => ({
  startDate,
  endDate: endDate ?? startDate + daysAhead * day,
});

/** A year at most, and the end after the start. */
export const isPeriod = (period: Period): boolean => {
  const { startDate, endDate } = resolvePeriod(period);
  return endDate > startDate && endDate <= startDate + 366 * day;
};

/** What to say of another period. */
export const notAPeriod = {
  path: ['endDate'],
  message: 'must be later than “From”, and at most 366 days later.',
};

/** The team members of whom slots are wanted, as the endpoint takes one or several. */
const ofUsers = (userIds: string[] = []) =>
  userIds.length === 1 ? { userId: userIds[0] } : { userIds };

/** The request for slots of the whole period; the endpoint takes it window by window. */
export const asRequest = <Values extends Period & { userIds?: string[] | undefined }>({
  userIds,
  startDate,
  endDate,
  daysAhead,
  ...values
}: Values) => ({
  ...values,
  ...ofUsers(userIds),
  ...resolvePeriod({ startDate, endDate, daysAhead }),
});

/** Where free slots are read. */
export const slotsRoute = 'GET /calendars/{calendarId}/free-slots';

/** Windows of at most 31 days, which is all that the endpoint gives at once (api#free-slots). */
export const windowsOf = (start: number, end: number) =>
  Array.from({ length: Math.ceil((end - start) / (31 * day)) }, (_, index) => ({
    startDate: start + index * 31 * day,
    endDate: Math.min(end, start + (index + 1) * 31 * day),
  }));

/** The answers of all windows, which are asked for at the same time: twelve at most. */
export const readWindows = (run: Run, body: JsonObject & { startDate: number; endDate: number }) =>
  Promise.all(
    windowsOf(body.startDate, body.endDate).map((window) =>
      run.call(slotsRoute, { ...body, ...window }),
    ),
  );
