import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import {
  appointmentBody,
  appointmentRules,
  asRequest,
  startTime,
} from '../../fields/appointments.ts';
import { booking } from '../../fields/bookings.ts';
import { locationId } from '../../fields/common.ts';
import { calendarId, contactId } from '../../fields/ids.ts';
import { send } from '../../lib/operation.ts';
import { bookedAppointment } from '../../records/appointments.ts';

const input = zod
  .object({
    locationId,
    calendarId: calendarId.meta({ altersDynamicFields: true }),
    contactId,
    startTime,
    ...appointmentBody,
  })
  .superRefine(appointmentRules)
  .transform(asRequest);

export default defineCreate({
  key: 'create_appointment',
  noun: 'Appointment',
  display: {
    label: 'Create Appointment',
    description: 'Books an appointment of a contact in a calendar.',
  },
  operation: booking(send('POST /calendars/events/appointments', input, bookedAppointment)),
});
