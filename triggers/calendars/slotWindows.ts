const day = 86_400_000;

interface Period {
  startDate?: number | undefined;
  endDate?: number | undefined;
  daysAhead: number;
}

/** From when to when slots are wanted, in epoch milliseconds. */
export const resolvePeriod = ({ startDate = Date.now(), endDate, daysAhead }: Period) => ({
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
export const ofUsers = (userIds: string[] = []) =>
  userIds.length === 1 ? { userId: userIds[0] } : { userIds };

/** Where free slots are read. */
export const slotsRoute = 'GET /calendars/{calendarId}/free-slots';

/** Windows of at most 31 days, which is all that the endpoint gives at once (api#free-slots). */
export const windowsOf = (start: number, end: number) =>
  Array.from({ length: Math.ceil((end - start) / (31 * day)) }, (_, index) => ({
    startDate: start + index * 31 * day,
    endDate: Math.min(end, start + (index + 1) * 31 * day),
  }));
