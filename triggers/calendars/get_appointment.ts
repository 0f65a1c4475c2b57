import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { appointmentId, listCalendarId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { appointment } from '../../records/appointments.ts';

const input = zod.object({ listCalendarId, eventId: appointmentId });

export default defineTrigger({
  key: 'get_appointment',
  noun: 'Appointment',
  display: {
    label: 'Get Appointment',
    description: 'Triggers when an appointment of your choice changes or is deleted.',
  },
  operation: trigger('GET /calendars/events/appointments/{eventId}', {
    input,
    record: appointment,
  }),
});
