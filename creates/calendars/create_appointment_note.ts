import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { noteText } from '../../fields/appointmentNotes.ts';
import { appointmentId, listCalendarId, userId } from '../../fields/ids.ts';
import { send } from '../../lib/operation.ts';
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
  operation: send('POST /calendars/appointments/{appointmentId}/notes', input, appointmentNote),
});
