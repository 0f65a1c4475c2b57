import type { Context } from 'hono';
import * as zod from 'zod';
import { type Endpoint, endpoint } from '../../gateway/endpoint.ts';
import { fail, failure } from '../../gateway/errors.ts';
import type { Env } from '../../gateway/request.ts';
import { isoDate, optionalText, text } from '../../gateway/schemas.ts';
import { type Appointment, appointments } from '../../seed/appointments.ts';
import { blockedSlots } from '../../seed/blockedSlots.ts';
import { type Calendar, calendars } from '../../seed/calendars.ts';
import type { Location, State } from '../../state/state.ts';
import { contactOf } from '../contacts/access.ts';
import { existing, iso } from '../records.ts';
import { calendarOf, readingEvents, writingEvents } from './access.ts';
import { book } from './booking.ts';
import { lengthOf, spanIn } from './times.ts';

/** Anything else is a 422 that names no list (api#appointment-statuses). */
const oneOf = (statuses: string[]) =>
  zod.string().refine((one) => statuses.includes(one), { error: 'must be a valid enum value' });

/** `completed` is an alias, kept as `showed`. */
const STATUSES = ['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid', 'completed'];
const status = oneOf(STATUSES).transform((value) => (value === 'completed' ? 'showed' : value));

/** v3 has two more, and keeps `completed` (calendars-v3.json). */
const statusV3 = { appointmentStatus: oneOf([...STATUSES, 'active']).optional() };

const PLACES = ['custom', 'zoom', 'gmeet', 'phone', 'address', 'ms_teams', 'google'] as const;

/** calendars.json, AppointmentEditSchema. */
const written = {
  title: optionalText,
  meetingLocationType: zod.enum(PLACES).optional(),
  meetingLocationId: optionalText,
  overrideLocationConfig: zod.boolean().optional(),
  appointmentStatus: status.optional(),
  assignedUserId: optionalText,
  description: optionalText,
  address: optionalText,
  ignoreDateRange: zod.boolean().optional(),
  toNotify: zod.boolean().optional(),
  ignoreFreeSlotValidation: zod.boolean().optional(),
  rrule: optionalText,
  endTime: isoDate.optional(),
};

const createBody = zod.strictObject({
  ...written,
  calendarId: text,
  locationId: text,
  contactId: text,
  startTime: isoDate,
});

const updateBody = zod.strictObject({
  ...written,
  calendarId: text.optional(),
  startTime: isoDate.optional(),
});

export const appointmentRecords: Endpoint[] = [
  endpoint(
    'POST /calendars/events/appointments',
    { ...writingEvents, body: createBody, v3: { body: createBody.extend(statusV3) } },
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
        ...spanOf(calendar, body.startTime, body.endTime),
        dateAdded: now,
        dateUpdated: now,
        deleted: false,
      };
      const booked = book(location, calendar, appointment, body.ignoreFreeSlotValidation === true);
      appointments(location).set(booked.id, booked);
      return withoutTimes(booked);
    },
  ),

  /**
   * Wrapped in `appointment`, not in `event`; a deleted one still answers, with deleted: true
   * (api#reading-an-appointment).
   */
  endpoint('GET /calendars/events/appointments/{eventId}', readingEvents, ({ path, location }) => ({
    appointment: wholeAppointment(appointmentOf(location, path.eventId), location),
  })),

  /** An update that does not name the status resets it to confirmed (api#status-reset). */
  endpoint(
    'PUT /calendars/events/appointments/{eventId}',
    { ...writingEvents, body: updateBody, v3: { body: updateBody.extend(statusV3) } },
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
        ...(moves && spanOf(calendar, start, body.endTime)),
        dateUpdated: now,
      };
      const anyTime = !moves || body.ignoreFreeSlotValidation === true;
      const placed = book(location, calendar, changed, anyTime);
      appointments(location).set(placed.id, placed);
      return withoutTimes(placed);
    },
  ),

  withBody(
    endpoint(
      'DELETE /calendars/events/{eventId}',
      { ...writingEvents, status: 201, body: zod.strictObject({}) },
      ({ path, location, now }) => {
        if (blockedSlots(location).delete(path.eventId)) return { succeeded: true };
        const known = appointmentOf(location, path.eventId);
        appointments(location).set(known.id, { ...known, deleted: true, dateUpdated: now });
        return { succeeded: true };
      },
    ),
  ),
];

/** A DELETE without the JSON body `{}` is refused (api#deleting-an-event). */
function withBody(inner: Endpoint): Endpoint {
  return {
    ...inner,
    answer: async (context: Context<Env>, state: State) =>
      (await context.req.text()) === ''
        ? failure(fail(400, 'Unexpected end of JSON input'))
        : inner.answer(context, state),
  };
}

/** The appointment of the path. */
export const appointmentOf = (location: Location, id: string): Appointment =>
  existing(appointments(location).get(id), 'Appointment', id);

/** Without an end the appointment is as long as the calendar's slots. */
function spanOf({ slotDuration, slotDurationUnit }: Calendar, start: string, end?: string) {
  const startTime = Date.parse(start);
  const length = lengthOf(slotDuration, slotDurationUnit);
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
 * Create and update answer without times, with `status` and the status in two spellings
 * (api#appointment-after-a-write).
 */
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

/** Times come in the sub-account's zone (api#calendar-times). */
const wholeAppointment = (appointment: Appointment, location: Location) => ({
  ...withoutTimes(appointment),
  groupId: calendars(location).get(appointment.calendarId)?.groupId ?? '',
  users: [],
  assignedResources: [],
  ...spanIn(appointment, location),
  deleted: appointment.deleted,
});
