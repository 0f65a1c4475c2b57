import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { noteOfAppointment } from '../../fields/appointmentNotes.ts';
import { warnOfDelete } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({ ...noteOfAppointment, warning: warnOfDelete('note') });
const route = 'DELETE /calendars/appointments/{appointmentId}/notes/{noteId}';

export default defineCreate({
  key: 'delete_appointment_note',
  noun: 'Note',
  display: {
    label: 'Delete Appointment Note',
    description: 'Deletes a note of an appointment for good.',
  },
  operation: create(route, { input, record: deleted('note', 'noteId') }),
});
