import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { noteBody, noteOfAppointment } from '../../fields/appointmentNotes.ts';
import { create } from '../../lib/operations.ts';
import { appointmentNote } from '../../records/appointmentNotes.ts';

const input = zod.object({
  ...noteOfAppointment,
  ...noteBody,
  body: noteBody.body.meta({ label: 'New Text' }),
});
const route = 'PUT /calendars/appointments/{appointmentId}/notes/{noteId}';

export default defineCreate({
  key: 'update_appointment_note',
  noun: 'Note',
  display: {
    label: 'Update Appointment Note',
    description: 'Changes the text of a note of an appointment.',
  },
  operation: create(route, { input, record: appointmentNote }),
});
