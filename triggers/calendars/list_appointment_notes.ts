import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { appointmentId, listCalendarId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { appointmentNotes, notePages } from '../../records/appointmentNotes.ts';

const input = zod.object({ listCalendarId, appointmentId });
const route = 'GET /calendars/appointments/{appointmentId}/notes';

export default defineTrigger({
  key: 'list_appointment_notes',
  noun: 'Note',
  display: {
    label: 'List Appointment Notes',
    description: 'Triggers when an appointment gets a note, or when one of its notes changes.',
  },
  operation: trigger(route, { input, record: appointmentNotes, paging: notePages }),
});
