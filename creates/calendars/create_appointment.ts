import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import {
  appointmentBody,
  appointmentRules,
  asRequest,
  startTime,
} from '../../fields/appointments.ts';
import { locationId } from '../../fields/common.ts';
import { calendarId, contactId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import { appointmentRoute, bookedAppointment } from '../../records/appointments.ts';
import { calendarEvents } from '../../records/calendarEvents.ts';
import { explainRefusal } from '../../steps/bookings.ts';

const input = zod
  .object({
    locationId,
    calendarId: calendarId.meta({ altersDynamicFields: true }),
    contactId,
    startTime,
    ...appointmentBody,
  })
  .superRefine(appointmentRules);

export default defineCreate({
  key: 'create_appointment',
  noun: 'Appointment',
  display: {
    label: 'Create Appointment',
    description: 'Books an appointment for a contact in a calendar.',
  },
  operation: create('POST /calendars/events/appointments', {
    input,
    request: asRequest,
    record: bookedAppointment,
    explain: explainRefusal,
    routes: [appointmentRoute],
    lookAgain: {
      route: 'GET /calendars/events',
      request: ({ locationId: location, calendarId: calendar, startTime: start }) => ({
        locationId: location,
        calendarId: calendar,
        startTime: timeOf(start),
        endTime: timeOf(start) + 60_000,
      }),
      record: calendarEvents,
      isIt: (found, { contactId: contact, startTime: start }) =>
        found.contactId === contact && timeOf(found.startTime) === timeOf(start),
    },
  }),
});
