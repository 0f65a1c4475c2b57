import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { appointmentBody, appointmentRules, startTime } from '../../fields/appointments.ts';
import { fieldsToEmpty } from '../../fields/empty.ts';
import { appointmentId, calendarId, listCalendarId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { changedAppointment, presentAppointment } from '../../records/appointments.ts';
import { explainRefusal } from '../../steps/bookings.ts';
import { readCurrent } from '../../steps/current.ts';
import { keepStatus } from './keepStatus.ts';
import { movedBefore } from './movedBefore.ts';

const inAppointment = { group: 'Appointment', emphasize: true };
const { title, description, address } = appointmentBody;

const input = zod
  .object({
    listCalendarId,
    eventId: appointmentId,
    startTime: startTime.meta(inAppointment).optional(),
    ...appointmentBody,
    endTime: appointmentBody.endTime.meta({
      helpText:
        'If you change “Start” and leave this empty, the calendar decides how long the appointment is.',
    }),
    calendarId: calendarId
      .meta({ ...inAppointment, label: 'Move to Calendar', altersDynamicFields: true })
      .optional(),
    clear: fieldsToEmpty({ title, description, address }),
  })
  .superRefine(appointmentRules);

export default defineCreate({
  key: 'update_appointment',
  noun: 'Appointment',
  display: {
    label: 'Update Appointment',
    description: 'Changes, moves or cancels an appointment. What you leave empty stays as it is.',
  },
  operation: create('PUT /calendars/events/appointments/{eventId}', {
    input,
    request: keepStatus,
    record: changedAppointment,
    explain: explainRefusal,
    doneBefore: movedBefore,
    steps: [readCurrent('GET /calendars/events/appointments/{eventId}', presentAppointment)],
  }),
});
