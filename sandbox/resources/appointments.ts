import type { Context } from 'hono';
import * as zod from 'zod';
import { type Endpoint, endpoint } from '../gateway/endpoint.ts';
import { fail, failure } from '../gateway/errors.ts';
import type { Env } from '../gateway/request.ts';
import { isoDate, text } from '../gateway/schemas.ts';
import {
  type Appointment,
  type AppointmentNote,
  appointmentNotes,
  appointments as appointmentsOf,
} from '../seed/appointments.ts';
import { blockedSlots, type Calendar, calendars } from '../seed/calendars.ts';
import { users } from '../seed/users.ts';
import { inZone } from '../state/clock.ts';
import type { Location, State } from '../state/state.ts';
import { contactOf } from './contactRecord.ts';

const version = '2021-04-15' as const;
const reading = { version, scopes: ['calendars/events.readonly'] };
const writing = { version, scopes: ['calendars/events.write'] };

/** `completed` is an alias, kept as `showed`; anything else is a 422 that names no list (reality d.6, PC). */
const STATUSES = ['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid', 'completed'];
const status = zod
  .string()
  .refine((value) => STATUSES.includes(value), { error: 'must be a valid enum value' })
  .transform((value) => (value === 'completed' ? 'showed' : value));

const PLACES = ['custom', 'zoom', 'gmeet', 'phone', 'address', 'ms_teams', 'google'] as const;

/** calendars.json, AppointmentEditSchema. */
const written = {
  title: zod.string().optional(),
  meetingLocationType: zod.enum(PLACES).optional(),
  meetingLocationId: zod.string().optional(),
  overrideLocationConfig: zod.boolean().optional(),
  appointmentStatus: status.optional(),
  assignedUserId: zod.string().optional(),
  description: zod.string().optional(),
  address: zod.string().optional(),
  ignoreDateRange: zod.boolean().optional(),
  toNotify: zod.boolean().optional(),
  ignoreFreeSlotValidation: zod.boolean().optional(),
  rrule: zod.string().optional(),
  endTime: isoDate.optional(),
};

const appointmentEndpoints: Endpoint[] = [
  endpoint(
    'POST /calendars/events/appointments',
    {
      ...writing,
      body: zod.strictObject({
        ...written,
        calendarId: text,
        locationId: text,
        contactId: text,
        startTime: isoDate,
      }),
    },
    ({ body, token, location, state, now }) => {
      const calendar = calendarOf(location, body.calendarId);
      const contact = contactOf(location, body.contactId);
      const appointment: Appointment = {
        id: state.newId(),
        calendarId: calendar.id,
        locationId: location.id,
        contactId: contact.id,
        assignedUserId: body.assignedUserId ?? '',
        title: body.title ?? `${contact.firstName ?? ''} ${contact.lastName ?? ''}`.trim(),
        appointmentStatus: body.appointmentStatus ?? 'confirmed',
        address: body.address ?? '',
        notes: '',
        ...details(body),
        createdBy: { userId: token.userId, source: 'third_party' },
        ...timesOf(calendar, body.startTime, body.endTime),
        dateAdded: now,
        dateUpdated: now,
        deleted: false,
      };
      const booked = place(location, calendar, appointment, body.ignoreFreeSlotValidation === true);
      appointmentsOf(location).set(booked.id, booked);
      return withoutTimes(booked);
    },
  ),

  /** Wrapped in `appointment`, not in `event`; a deleted one still answers, with deleted: true (reality d.6, NG). */
  endpoint('GET /calendars/events/appointments/{eventId}', reading, ({ path, location }) => ({
    appointment: whole(appointmentOf(location, path.eventId), location),
  })),

  /** An update that does not name the status resets it to confirmed (reality d.6, verified twice). */
  endpoint(
    'PUT /calendars/events/appointments/{eventId}',
    {
      ...writing,
      body: zod.strictObject({
        ...written,
        calendarId: text.optional(),
        startTime: isoDate.optional(),
      }),
    },
    ({ path, body, location, now }) => {
      const known = appointmentOf(location, path.eventId);
      const calendar = calendarOf(location, body.calendarId ?? known.calendarId);
      const moves = body.startTime !== undefined || body.endTime !== undefined;
      const start = body.startTime ?? new Date(known.startTime).toISOString();
      const changed: Appointment = {
        ...known,
        calendarId: calendar.id,
        assignedUserId: body.assignedUserId ?? known.assignedUserId,
        title: body.title ?? known.title,
        address: body.address ?? known.address,
        ...details(body),
        appointmentStatus: body.appointmentStatus ?? 'confirmed',
        ...(moves && timesOf(calendar, start, body.endTime)),
        dateUpdated: now,
      };
      const anyTime = !moves || body.ignoreFreeSlotValidation === true;
      const placed = place(location, calendar, changed, anyTime);
      appointmentsOf(location).set(placed.id, placed);
      return withoutTimes(placed);
    },
  ),

  withBody(
    endpoint(
      'DELETE /calendars/events/{eventId}',
      { ...writing, status: 201, body: zod.strictObject({}) },
      ({ path, location, now }) => {
        if (blockedSlots(location).delete(path.eventId)) return { succeeded: true };
        const known = appointmentOf(location, path.eventId);
        appointmentsOf(location).set(known.id, { ...known, deleted: true, dateUpdated: now });
        return { succeeded: true };
      },
    ),
  ),
];

const noteBody = zod.strictObject({ userId: zod.string().optional(), body: text.max(5_000) });
const noteRoute = '/calendars/appointments/{appointmentId}/notes';

const noteEndpoints: Endpoint[] = [
  /** At most 20 at a time; `limit` and `offset` are required (calendars.json; reality d.6, RR). */
  endpoint(
    `GET ${noteRoute}`,
    {
      ...reading,
      query: zod.strictObject({
        limit: zod.coerce.number().int().min(1).max(20),
        offset: zod.coerce.number().int().min(0),
      }),
    },
    ({ path, query: { limit, offset }, location }) => {
      const { id } = appointmentOf(location, path.appointmentId);
      const all = [...appointmentNotes(location).values()]
        .filter(({ appointmentId }) => appointmentId === id)
        .sort((a, b) => b.dateAdded.localeCompare(a.dateAdded));
      const notes = all.slice(offset, offset + limit).map(shownNote);
      return { notes, hasMore: offset + limit < all.length };
    },
  ),

  endpoint(
    `POST ${noteRoute}`,
    { ...writing, status: 201, body: noteBody },
    ({ path, body, token, location, state, now }) => {
      const { id: appointmentId, contactId } = appointmentOf(location, path.appointmentId);
      const note: AppointmentNote = {
        id: state.newId(),
        appointmentId,
        contactId,
        body: body.body,
        userId: body.userId ?? token.userId,
        dateAdded: new Date(now).toISOString(),
        createdBy: { id: token.userId, name: users(state.company).get(token.userId)?.name ?? '' },
      };
      appointmentNotes(location).set(note.id, note);
      return { note: shownNote(note) };
    },
  ),

  endpoint(`PUT ${noteRoute}/{noteId}`, { ...writing, body: noteBody }, (call) => {
    const { path, body, location } = call;
    const known = noteOf(location, path.appointmentId, path.noteId);
    const note = { ...known, body: body.body, userId: body.userId ?? known.userId };
    appointmentNotes(location).set(note.id, note);
    return { note: shownNote(note) };
  }),

  endpoint(`DELETE ${noteRoute}/{noteId}`, writing, ({ path, location }) => {
    const { id } = noteOf(location, path.appointmentId, path.noteId);
    return { success: appointmentNotes(location).delete(id) };
  }),
];

export const appointments = [...appointmentEndpoints, ...noteEndpoints];

/** A DELETE without the JSON body `{}` is refused (reality d.6, NG). */
function withBody(inner: Endpoint): Endpoint {
  return {
    ...inner,
    answer: async (context: Context<Env>, state: State) =>
      (await context.req.text()) === ''
        ? failure(fail(400, 'Unexpected end of JSON input'))
        : inner.answer(context, state),
  };
}

function calendarOf(location: Location, calendarId: string): Calendar {
  const calendar = calendars(location).get(calendarId);
  if (!calendar) throw fail(400, `Calendar with id ${calendarId} not found`);
  return calendar;
}

function appointmentOf(location: Location, id: string): Appointment {
  const appointment = appointmentsOf(location).get(id);
  if (!appointment) throw fail(400, `Appointment with id ${id} not found`);
  return appointment;
}

function noteOf(location: Location, appointmentId: string, id: string): AppointmentNote {
  const note = appointmentNotes(location).get(id);
  if (note?.appointmentId !== appointmentId) throw fail(400, `Note with id ${id} not found`);
  return note;
}

const shownNote = ({ appointmentId: _, ...note }: AppointmentNote) => note;

const MINUTE = 60_000;

/** Without an end the appointment is as long as the calendar's slots. */
function timesOf({ slotDuration, slotDurationUnit }: Calendar, start: string, end?: string) {
  const length = slotDuration * (slotDurationUnit === 'hours' ? 60 : 1) * MINUTE;
  const startTime = Date.parse(start);
  const endTime = end === undefined ? startTime + length : Date.parse(end);
  if (endTime <= startTime) throw fail(422, ['endTime must be after startTime']);
  return { startTime, endTime };
}

/** The properties that are kept as they come. */
const details = (body: zod.output<zod.ZodObject<typeof written>>) => ({
  ...(body.description !== undefined && { description: body.description }),
  ...(body.meetingLocationType && { meetingLocationType: body.meetingLocationType }),
  ...(body.meetingLocationId && { meetingLocationId: body.meetingLocationId }),
  // A repetition is only applied where free slots are not looked at (calendars.json, rrule).
  ...(body.rrule && body.ignoreFreeSlotValidation === true && { rrule: body.rrule }),
});

/**
 * The appointment with someone to hold it: the assigned user, who must be of the team (422) and free (400, both PC),
 * or the first of the team who is free. Whether somebody is free is not looked at where `anyTime` says so.
 */
function place(
  location: Location,
  calendar: Calendar,
  appointment: Appointment,
  anyTime: boolean,
): Appointment {
  const team = calendar.teamMembers.map(({ userId }) => userId);
  const { assignedUserId: wanted } = appointment;
  if (wanted && team.length > 0 && !team.includes(wanted)) {
    throw fail(422, 'The user id not part of calendar team.');
  }
  const candidates = wanted ? [wanted] : team.length > 0 ? team : [''];
  const free = candidates.find(
    (userId) =>
      anyTime ||
      (isOpen(location, calendar, appointment) && !isTaken(location, appointment, userId)),
  );
  if (free === undefined) throw fail(400, 'The slot you have selected is no longer available.');
  return { ...appointment, assignedUserId: free };
}

/** Whether the start lies in the opening hours; a calendar without hours is always open. */
function isOpen({ record }: Location, { openHours }: Calendar, { startTime }: Appointment) {
  const local = inZone(startTime, record.timezone).slice(0, 19);
  const day = new Date(`${local}Z`).getUTCDay();
  const at = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  const hours = openHours.filter(({ daysOfTheWeek }) => daysOfTheWeek.includes(day));
  return (
    openHours.length === 0 ||
    hours
      .flatMap((one) => one.hours)
      .some(
        ({ openHour, openMinute, closeHour, closeMinute }) =>
          at >= openHour * 60 + openMinute && at < closeHour * 60 + closeMinute,
      )
  );
}

function isTaken(location: Location, wanted: Appointment, userId: string): boolean {
  const overlaps = (event: { startTime: number; endTime: number }) =>
    event.startTime < wanted.endTime && event.endTime > wanted.startTime;
  const concerns = (event: { calendarId?: string; assignedUserId?: string }) =>
    userId === '' ? event.calendarId === wanted.calendarId : event.assignedUserId === userId;
  const booked = [...appointmentsOf(location).values()].filter(
    ({ id, deleted, appointmentStatus: is }) =>
      id !== wanted.id && !deleted && is !== 'cancelled' && is !== 'invalid',
  );
  const blocked = [...blockedSlots(location).values()];
  return (
    booked.some((one) => overlaps(one) && concerns(one)) ||
    blocked.some((one) => overlaps(one) && (concerns(one) || one.calendarId === wanted.calendarId))
  );
}

const iso = (ms: number) => new Date(ms).toISOString();

/** Create and update answer without times, with `status` and the status in two spellings (reality d.6, NG). */
function withoutTimes({ startTime: _, endTime: __, deleted: ___, rrule, ...known }: Appointment) {
  return {
    ...known,
    status: 'booked',
    appoinmentStatus: known.appointmentStatus,
    isRecurring: rrule !== undefined,
    ...(rrule && { rrule }),
    dateAdded: iso(known.dateAdded),
    dateUpdated: iso(known.dateUpdated),
  };
}

/** Times come in the sub-account's zone (reality d.6, NG). */
const whole = (appointment: Appointment, location: Location) => ({
  ...withoutTimes(appointment),
  groupId: calendars(location).get(appointment.calendarId)?.groupId ?? '',
  users: [],
  assignedResources: [],
  startTime: inZone(appointment.startTime, location.record.timezone),
  endTime: inZone(appointment.endTime, location.record.timezone),
  deleted: appointment.deleted,
});
