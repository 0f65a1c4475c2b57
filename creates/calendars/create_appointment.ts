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
import { appointmentRoute, bookedAppointment } from '../../records/appointments.ts';
import { calendarEvents } from '../../records/calendarEvents.ts';
import { explainRefusal, newBooking } from '../../steps/bookings.ts';

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
    lookAgain: newBooking('GET /calendars/events', calendarEvents),
  }),
});
