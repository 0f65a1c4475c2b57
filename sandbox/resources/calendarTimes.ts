import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { isoDate, text } from '../gateway/schemas.ts';
import { type Appointment, appointments } from '../seed/appointments.ts';
import {
  type BlockedSlot,
  blockedSlots,
  type Calendar,
  calendars,
  type Hours,
} from '../seed/calendars.ts';
import { dayInZone, inZone, momentOf } from '../state/clock.ts';
import type { Location } from '../state/state.ts';

const version = '2021-04-15' as const;
const reading = { version, scopes: ['calendars/events.readonly'] };
const writing = { version, scopes: ['calendars/events.write'] };

const maybe = zod.string().optional();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Epoch milliseconds in text; an ISO date is none (reality d.6). */
const millis = zod
  .string()
  .regex(/^\d+$/, 'must be a number string')
  .transform((value) => Number(value));

const window = zod.strictObject({
  locationId: text,
  userId: maybe,
  calendarId: maybe,
  groupId: maybe,
  startTime: millis,
  endTime: millis,
});

type Window = zod.output<typeof window>;

/** One of user, calendar and group says whose events are wanted (reality d.6: 422 without). */
function inWindow(
  { userId, calendarId, groupId, startTime }: Window,
  location: Location,
): (event: Appointment | BlockedSlot) => boolean {
  if (!userId && !calendarId && !groupId) {
    throw fail(422, ['Either of userId, calendarId or groupId is required']);
  }
  const grouped = new Set(
    [...calendars(location).values()].filter((one) => one.groupId === groupId).map(({ id }) => id),
  );
  // What lies after endTime leaks (reality d.6, PC): only the start of the window counts.
  return (event) =>
    event.endTime >= startTime &&
    (!userId || event.assignedUserId === userId) &&
    (!calendarId || event.calendarId === calendarId) &&
    (!groupId || grouped.has(event.calendarId ?? ''));
}

const number = zod.coerce.number().int();

export const calendarTimes = [
  /** A map by local day, with the `traceId` of every answer among the days (reality d.6, RR). */
  endpoint(
    'GET /calendars/{calendarId}/free-slots',
    {
      version,
      scopes: ['calendars.readonly'],
      query: zod.strictObject({
        startDate: number,
        endDate: number,
        timezone: maybe,
        userId: maybe,
        userIds: zod.union([zod.string(), zod.array(zod.string())]).optional(),
      }),
    },
    ({ path, query, location, now }) => {
      const calendar = calendars(location).get(path.calendarId);
      if (!calendar) throw fail(400, `Calendar with id ${path.calendarId} not found`);
      const { startDate, endDate, userId, userIds = userId } = query;
      const users = userIds === undefined ? undefined : [userIds].flat();
      if (endDate - startDate > 31 * DAY) {
        throw fail(400, 'Date range cannot be more than 31 days');
      }
      const zone = query.timezone ?? location.record.timezone;
      const slots = slotsOf(calendar, location, Math.max(startDate, now), endDate, users);
      const days: Record<string, { slots: string[] }> = {};
      for (const slot of slots) {
        const day = dayInZone(slot, zone);
        days[day] = { slots: [...(days[day]?.slots ?? []), inZone(slot, zone)] };
      }
      return days;
    },
  ),

  /** Appointments only; those that were deleted are gone from the list (reality d.6). */
  endpoint('GET /calendars/events', { ...reading, query: window }, ({ query, location }) => ({
    events: [...appointments(location).values()]
      .filter(inWindow(query, location))
      .filter(({ deleted }) => !deleted)
      .map(({ deleted: _, ...event }) => ({
        ...event,
        groupId: calendars(location).get(event.calendarId)?.groupId ?? '',
        users: [],
        assignedResources: [],
        isRecurring: false,
        ...timesOf(event, location),
      })),
  })),

  /** Under the key `events` too (reality d.6). */
  endpoint(
    'GET /calendars/blocked-slots',
    { ...reading, query: window },
    ({ query, location }) => ({
      events: [...blockedSlots(location).values()]
        .filter(inWindow(query, location))
        .map((slot) => ({ ...slot, ...timesOf(slot, location) })),
    }),
  ),

  endpoint(
    'POST /calendars/events/block-slots',
    { ...writing, status: 201, body: zod.strictObject(slotBody()) },
    ({ body, location, state, now }) => {
      const { startTime, endTime, ...rest } = slotOf(location, body);
      if (startTime === undefined || endTime === undefined) {
        throw fail(422, ['startTime should not be empty', 'endTime should not be empty']);
      }
      const times = { startTime, endTime, dateAdded: now, dateUpdated: now };
      return putSlot(location, { id: state.newId(), title: 'Busy', ...rest, ...times });
    },
  ),

  endpoint(
    'PUT /calendars/events/block-slots/{eventId}',
    { ...writing, status: 201, body: zod.strictObject(slotBody()) },
    ({ path, body, location, now }) => {
      const known = blockedSlots(location).get(path.eventId);
      if (!known) throw fail(400, `Event with id ${path.eventId} not found`);
      const { calendarId: _, assignedUserId: __, ...kept } = known;
      return putSlot(location, { ...kept, ...slotOf(location, body), dateUpdated: now });
    },
  ),
];

function slotBody() {
  return {
    locationId: text,
    title: maybe,
    calendarId: maybe,
    assignedUserId: maybe,
    startTime: isoDate.optional(),
    endTime: isoDate.optional(),
  };
}

type SlotWrite = zod.output<zod.ZodObject<ReturnType<typeof slotBody>>>;

/** A calendar or a user, never both (reality d.6 #23). */
function slotOf(location: Location, { startTime, endTime, ...body }: SlotWrite) {
  const { calendarId, assignedUserId, title, locationId } = body;
  if (Boolean(calendarId) === Boolean(assignedUserId)) {
    throw fail(422, ['Either calendarId or assignedUserId can be set, not both.']);
  }
  if (calendarId && !calendars(location).has(calendarId)) {
    throw fail(400, `Calendar with id ${calendarId} not found`);
  }
  return {
    locationId,
    ...(title && { title }),
    ...(calendarId && { calendarId }),
    ...(assignedUserId && { assignedUserId }),
    ...(startTime && { startTime: Date.parse(startTime) }),
    ...(endTime && { endTime: Date.parse(endTime) }),
  };
}

/** Keeps a slot and answers it bare, without its dates of change (calendars.json). */
function putSlot(location: Location, slot: BlockedSlot): object {
  if (slot.endTime <= slot.startTime) throw fail(400, 'endTime must be after startTime');
  blockedSlots(location).set(slot.id, slot);
  const { dateAdded: _, dateUpdated: __, ...shown } = slot;
  return { ...shown, ...timesOf(slot, location, false) };
}

/** Times in the sub-account's zone, dates of change in UTC (reality d.6, NG). */
function timesOf(event: Appointment | BlockedSlot, location: Location, withDates = true): object {
  const { timezone } = location.record;
  return {
    startTime: inZone(event.startTime, timezone),
    endTime: inZone(event.endTime, timezone),
    ...(withDates && {
      dateAdded: new Date(event.dateAdded).toISOString(),
      dateUpdated: new Date(event.dateUpdated).toISOString(),
    }),
  };
}

const lengthOf = (size: number, unit: string) => size * (unit === 'hours' ? 60 : 1);

/** The starts at which somebody of the team is free: within the hours, not booked, not blocked. */
function slotsOf(
  calendar: Calendar,
  location: Location,
  from: number,
  to: number,
  userIds: string[] | undefined,
): number[] {
  const zone = location.record.timezone;
  const duration = lengthOf(calendar.slotDuration, calendar.slotDurationUnit);
  const interval = lengthOf(calendar.slotInterval, calendar.slotIntervalUnit);
  const free: number[] = [];
  const lastDay = dayInZone(to, zone);
  for (let day = dayInZone(from, zone); day <= lastDay; day = nextDay(day)) {
    for (const { openHour, openMinute, closeHour, closeMinute } of hoursOn(calendar, day)) {
      const close = closeHour * 60 + closeMinute;
      for (let at = openHour * 60 + openMinute; at + duration <= close; at += interval) {
        const start = momentOf(day, at, zone);
        const end = start + duration * MINUTE;
        if (start >= from && start <= to && isFree(calendar, location, start, end, userIds)) {
          free.push(start);
        }
      }
    }
  }
  return free;
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

function isFree(
  calendar: Calendar,
  location: Location,
  start: number,
  end: number,
  userIds: string[] | undefined,
): boolean {
  const overlaps = (event: { startTime: number; endTime: number }) =>
    event.startTime < end && event.endTime > start;
  const booked = [...appointments(location).values()].filter(
    (one) => overlaps(one) && !one.deleted && !GONE.includes(one.appointmentStatus),
  );
  const blocked = [...blockedSlots(location).values()].filter(overlaps);
  if (blocked.some(({ calendarId }) => calendarId === calendar.id)) return false;
  const seats = calendar.appoinmentPerSlot;
  if (calendar.teamMembers.length === 0) {
    return booked.filter(({ calendarId }) => calendarId === calendar.id).length < seats;
  }
  return calendar.teamMembers
    .filter((member) => userIds === undefined || userIds.includes(member.userId))
    .some(
      (member) =>
        booked.filter(({ assignedUserId }) => assignedUserId === member.userId).length < seats &&
        !blocked.some(({ assignedUserId }) => assignedUserId === member.userId),
    );
}
