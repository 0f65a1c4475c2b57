import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { appointmentId, listCalendarId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({
  listCalendarId,
  eventId: appointmentId.meta({
    label: 'Event',
    helpText:
      'Choose an appointment of the calendar above, or map the ID of an appointment or a blocked slot from an earlier step. The “Master Event ID” of a series deletes all of its appointments.',
  }),
  warning: note(
    'Deleting an event is final: HighLevel cannot bring it back. To keep a canceled appointment in the calendar, use “Update Appointment” with the status “Cancelled”.',
  ),
});

export default defineCreate({
  key: 'delete_event',
  noun: 'Event',
  display: {
    label: 'Delete Event',
    description: 'Deletes an appointment or a blocked slot for good.',
  },
  operation: create('DELETE /calendars/events/{eventId}', {
    input,
    record: deleted('event', 'eventId'),
  }),
});
