import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { noteBody } from '../../fields/appointmentNotes.ts';
import { appointmentId, listCalendarId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { isSameText } from '../../lib/values.ts';
import { appointmentNote, appointmentNotes } from '../../records/appointmentNotes.ts';

const input = zod.object({ listCalendarId, appointmentId, ...noteBody });

export default defineCreate({
  key: 'create_appointment_note',
  noun: 'Note',
  display: { label: 'Create Appointment Note', description: 'Adds a note to an appointment.' },
  operation: create('POST /calendars/appointments/{appointmentId}/notes', {
    input,
    record: appointmentNote,
    lookAgain: {
      route: 'GET /calendars/appointments/{appointmentId}/notes',
      request: ({ appointmentId: appointment }) => ({
        appointmentId: appointment,
        limit: 20,
        offset: 0,
      }),
      record: appointmentNotes,
      isIt: (found, { body }) => isSameText(found.body, body),
      isMissing: (found) => found.length < 20,
    },
  }),
});
