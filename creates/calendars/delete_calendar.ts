import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { calendarId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deletedCalendar } from '../../records/calendars.ts';

const input = zod.object({
  calendarId,
  warning: note(
    'Deleting a calendar is final. If you only want to stop bookings, use “Update Calendar” and set “Is Active” to no.',
  ),
});

export default defineCreate({
  key: 'delete_calendar',
  noun: 'Calendar',
  display: { label: 'Delete Calendar', description: 'Deletes a calendar for good.' },
  operation: create('DELETE /calendars/{calendarId}', { input, record: deletedCalendar }),
});
