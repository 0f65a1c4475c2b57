import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { noteText } from '../../fields/appointmentNotes.ts';
import { appointmentId, listCalendarId, userId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { appointmentNote } from '../../records/appointmentNotes.ts';

const input = zod.object({
  listCalendarId,
  appointmentId,
  body: noteText,
  userId: userId.meta({ label: 'Author' }).optional(),
});

export default defineCreate({
  key: 'create_appointment_note',
  noun: 'Note',
  display: { label: 'Create Appointment Note', description: 'Adds a note to an appointment.' },
  operation: create('POST /calendars/appointments/{appointmentId}/notes', {
    input,
    record: appointmentNote,
  }),
});
