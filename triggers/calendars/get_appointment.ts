import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { appointmentId, listCalendarId } from '../../fields/ids.ts';
import { poll } from '../../lib/operation.ts';
import { appointment } from '../../records/appointments.ts';

const input = zod.object({ listCalendarId, eventId: appointmentId });

export default defineTrigger({
  key: 'get_appointment',
  noun: 'Appointment',
  display: {
    label: 'Get Appointment',
    description: 'Triggers when an appointment of your choice changes or is deleted.',
  },
  operation: poll('GET /calendars/events/appointments/{eventId}', input, appointment),
});
