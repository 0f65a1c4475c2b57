import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, from, locationId, until } from '../../fields/common.ts';
import { calendarId, contactId, userId } from '../../fields/ids.ts';
import { search } from '../../lib/operations.ts';
import { earliestFirst, latestFirst } from '../../lib/order.ts';
import type { Run } from '../../lib/run.ts';
import { hasAll } from '../../lib/texts.ts';
import { day, timeOf } from '../../lib/time.ts';
import { isTrue, type JsonObject } from '../../lib/values.ts';
import { appointmentStatuses } from '../../records/appointments.ts';
import {
  contactAppointmentsRoutes,
  foundAppointments,
  readContactAppointments,
} from '../../records/contactAppointments.ts';

const oneAtLeast = 'Choose a contact, a calendar or a user, or several of them.';

const input = zod
  .object({
    locationId,
    contactId: contactId.meta({ helpText: oneAtLeast }).optional(),
    calendarId: calendarId.meta({ helpText: oneAtLeast }).optional(),
    assignedUserId: userId.meta({ label: 'Assigned User', helpText: oneAtLeast }).optional(),
    status: choice('Status', {
      booked: 'Booked (new or confirmed)',
      any: 'Any',
      ...appointmentStatuses,
    }).default('booked'),
    startTime: from('Starts On or After', 'Leave this empty to start now.').optional(),
    endTime: until('Starts On or Before', 'Leave this empty to look a year ahead.').optional(),
    first: choice('First Result', {
      earliest: 'The earliest appointment',
      latest: 'The latest appointment',
    }).default('earliest'),
  })
  .refine((values) => values.contactId || values.calendarId || values.assignedUserId, oneAtLeast);

type Values = zod.output<typeof input>;

const spanOf = ({ startTime = Date.now(), endTime = startTime + 366 * day }: Partial<Values>) => ({
  startTime,
  endTime: Math.max(startTime, endTime),
});

const startsWithin = (event: JsonObject, values: Values): boolean => {
  const { startTime, endTime } = spanOf(values);
  const start = timeOf(event.startTime);
  return start >= startTime && start <= endTime;
};

const hasStatus = ({ appointmentStatus, appoinmentStatus }: JsonObject, wanted: string) => {
  const status = String(appointmentStatus ?? appoinmentStatus);
  if (wanted === 'booked') return status === 'new' || status === 'confirmed';
  return wanted === 'any' || status === wanted;
};

const route = 'GET /calendars/events';

// HighLevel lists the events of a calendar or of a user (api#owner-of-events), and the appointments of a contact, with
// times that need the sub-account's zone before they can be compared (api#appointments-of-a-contact).
const send = async (run: Run, { contactId: contact, ...owner }: JsonObject) =>
  owner.calendarId || owner.userId
    ? run.call(route, owner)
    : { events: await readContactAppointments(run, contact) };

export default defineSearch({
  key: 'find_appointment',
  noun: 'Appointment',
  display: {
    label: 'Find Appointment',
    description: 'Finds the next appointment of a contact, in a calendar or of a user.',
  },
  operation: search(route, {
    input,
    request: ({ locationId: id, contactId: contact, ...values }) => ({
      locationId: id,
      contactId: contact,
      // One owner is all that the endpoint takes.
      ...(values.calendarId
        ? { calendarId: values.calendarId }
        : { userId: values.assignedUserId }),
      ...spanOf(values),
    }),
    record: foundAppointments,
    send,
    routes: contactAppointmentsRoutes,
    matches: (event, values) =>
      !isTrue(event.deleted) &&
      startsWithin(event, values) &&
      hasStatus(event, values.status) &&
      hasAll(event, {
        contactId: values.contactId,
        calendarId: values.calendarId,
        assignedUserId: values.assignedUserId,
      }),
    order: ({ first }) => (first === 'latest' ? latestFirst : earliestFirst)('startTime'),
  }),
});
