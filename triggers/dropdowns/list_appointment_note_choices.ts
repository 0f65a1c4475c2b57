import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { appointmentId } from '../../fields/ids.ts';
import { choices } from '../../lib/operations.ts';
import { notePages } from '../../records/appointmentNotes.ts';
import { excerpt } from './names.ts';

const route = 'GET /calendars/appointments/{appointmentId}/notes';

export default defineTrigger({
  key: 'list_appointment_note_choices',
  noun: 'Note',
  display: {
    label: 'List Appointment Note Choices',
    description: 'Fills the dropdown of an appointment’s notes.',
    hidden: true,
  },
  operation: choices(route, {
    input: zod.object({ appointmentId }),
    list: 'notes',
    name: ({ body }) => excerpt(body, 60),
    paging: notePages,
  }),
});
