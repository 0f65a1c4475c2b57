import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { optionalText } from '../../gateway/schemas.ts';
import { appointments } from '../../seed/appointments.ts';
import { blockedSlots } from '../../seed/blockedSlots.ts';
import type { Calendar, Hours } from '../../seed/calendars.ts';
import { dayInZone, inZone, momentOf } from '../../state/clock.ts';
import type { Location } from '../../state/state.ts';
import { calendarOf, readingCalendars } from './access.ts';
import { lengthOf, overlap, type Span } from './times.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const moment = zod.coerce.number().int();

export const freeSlots = [
  /** A map by local day, with the `traceId` of every answer among the days (api#free-slots). */
  endpoint(
    'GET /calendars/{calendarId}/free-slots',
    {
      ...readingCalendars,
      query: zod.strictObject({
        startDate: moment,
        endDate: moment,
        timezone: optionalText,
        userId: optionalText,
        userIds: zod.union([zod.string(), zod.array(zod.string())]).optional(),
      }),
    },
    ({ path, query, location, now }) => {
      const calendar = calendarOf(location, path.calendarId);
      const { startDate, endDate, userId, userIds = userId } = query;
      const users = userIds === undefined ? undefined : [userIds].flat();
      if (endDate - startDate > 31 * DAY) {
        throw fail(400, 'Date range cannot be more than 31 days');
      }
      const window = { startTime: Math.max(startDate, now), endTime: endDate };
      const zone = query.timezone ?? location.record.timezone;
      const days: Record<string, { slots: string[] }> = {};
      for (const start of freeStarts(calendar, location, window, users)) {
        const day = dayInZone(start, zone);
        days[day] ??= { slots: [] };
        days[day].slots.push(inZone(start, zone));
      }
      return days;
    },
  ),
];

/** The starts at which somebody of the team is free: within the hours, not booked, not blocked. */
function freeStarts(
  calendar: Calendar,
  location: Location,
  window: Span,
  userIds: string[] | undefined,
): number[] {
  const length = lengthOf(calendar.slotDuration, calendar.slotDurationUnit);
  const spanAt = (startTime: number): Span => ({ startTime, endTime: startTime + length });
  const isFree = freeTest(calendar, location, { ...window, endTime: window.endTime + length });
  const starts = startsIn(calendar, location.record.timezone, window);
  return [...starts].filter((start) => isFree(spanAt(start), userIds));
}

/** Every start that the hours of the calendar allow, day by day. */
function* startsIn(calendar: Calendar, zone: string, { startTime, endTime }: Span) {
  const duration = lengthOf(calendar.slotDuration, calendar.slotDurationUnit) / MINUTE;
  const interval = lengthOf(calendar.slotInterval, calendar.slotIntervalUnit) / MINUTE;
  const lastDay = dayInZone(endTime, zone);
  for (let day = dayInZone(startTime, zone); day <= lastDay; day = nextDay(day)) {
    for (const { openHour, openMinute, closeHour, closeMinute } of hoursOn(calendar, day)) {
      const close = closeHour * 60 + closeMinute;
      for (let at = openHour * 60 + openMinute; at + duration <= close; at += interval) {
        const start = momentOf(day, at, zone);
        if (start >= startTime && start <= endTime) yield start;
      }
    }
  }
}

const nextDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** A date with hours of its own overrules the week (calendars.json, availabilityType). */
function hoursOn({ availabilities, openHours, settings }: Calendar, day: string): Hours[] {
  const own = availabilities.find(({ date }) => date.startsWith(day));
  if (own && settings.availabilityType !== 0) return own.hours;
  if (settings.availabilityType === 1) return [];
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return openHours
    .filter(({ daysOfTheWeek }) => daysOfTheWeek.includes(weekday))
    .flatMap(({ hours }) => hours);
}

const GONE = ['cancelled', 'invalid', 'noshow'];

/** Tells whether a span within the window is free, having looked once at all that is booked or blocked in it. */
function freeTest(calendar: Calendar, location: Location, window: Span) {
  const booked = [...appointments(location).values()].filter(
    (one) => overlap(one, window) && !one.deleted && !GONE.includes(one.appointmentStatus),
  );
  const blocked = [...blockedSlots(location).values()].filter((one) => overlap(one, window));
  const { id, appoinmentPerSlot: seats, teamMembers } = calendar;
  return (span: Span, userIds: string[] | undefined): boolean => {
    const bookedNow = booked.filter((one) => overlap(one, span));
    const blockedNow = blocked.filter((one) => overlap(one, span));
    if (blockedNow.some(({ calendarId }) => calendarId === id)) return false;
    if (teamMembers.length === 0) {
      return bookedNow.filter(({ calendarId }) => calendarId === id).length < seats;
    }
    const hasTime = (userId: string) =>
      bookedNow.filter(({ assignedUserId }) => assignedUserId === userId).length < seats &&
      !blockedNow.some(({ assignedUserId }) => assignedUserId === userId);
    return teamMembers.some(
      ({ userId }) => (userIds === undefined || userIds.includes(userId)) && hasTime(userId),
    );
  };
}
