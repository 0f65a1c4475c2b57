import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, from, locationId, until } from '../../fields/common.ts';
import { calendarId, contactId, userId } from '../../fields/ids.ts';
import { listIn } from '../../lib/api/answers.ts';
import { search } from '../../lib/operations.ts';
import { earliestFirst, latestFirst } from '../../lib/order.ts';
import { finishRecords } from '../../lib/record.ts';
import type { Run } from '../../lib/run.ts';
import { hasAll } from '../../lib/texts.ts';
import { timeOf } from '../../lib/time.ts';
import { isTrue, type JsonObject } from '../../lib/values.ts';
import { contactAppointments, foundAppointments } from '../../records/contactAppointments.ts';

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
      new: 'New',
      confirmed: 'Confirmed',
      cancelled: 'Cancelled',
      showed: 'Showed',
      noshow: 'No-show',
      invalid: 'Invalid',
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

const year = 366 * 86_400_000;

const spanOf = ({ startTime = Date.now(), endTime = startTime + year }: Partial<Values>) => ({
  startTime,
  endTime: Math.max(startTime, endTime),
});

const route = 'GET /calendars/events';
const contactRoute = 'GET /contacts/{contactId}/appointments';

// HighLevel lists the events of a calendar or of a user (api#owner-of-events), and the appointments of a contact, with
// times that need the sub-account's zone before they can be compared (api#appointments-of-a-contact).
const send = async (run: Run, { contactId: contact, ...owner }: JsonObject) => {
  if (owner.calendarId || owner.userId) return run.call(route, owner);
  const asked = { contactId: contact };
  const listed = listIn(await run.call(contactRoute, asked), contactAppointments);
  return { events: await finishRecords(listed, contactAppointments, { run, input: asked }) };
};

const hasStatus = ({ appointmentStatus, appoinmentStatus }: JsonObject, wanted: string) => {
  const status = String(appointmentStatus ?? appoinmentStatus);
  if (wanted === 'booked') return status === 'new' || status === 'confirmed';
  return wanted === 'any' || status === wanted;
};

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
    routes: [contactRoute, 'GET /locations/{locationId}'],
    matches: (event, { contactId: contact, calendarId: calendar, ...values }) => {
      const { startTime, endTime } = spanOf(values);
      const start = timeOf(event.startTime);
      const wanted = { contactId: contact, calendarId: calendar };
      return (
        start >= startTime &&
        start <= endTime &&
        !isTrue(event.deleted) &&
        hasStatus(event, values.status) &&
        hasAll(event, { ...wanted, assignedUserId: values.assignedUserId })
      );
    },
    order: ({ first }) => (first === 'latest' ? latestFirst : earliestFirst)('startTime'),
  }),
});
