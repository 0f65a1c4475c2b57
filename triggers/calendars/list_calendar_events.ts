import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { asWindow, eventFilter, isOneOwner } from '../../fields/calendarWindow.ts';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { calendarEvents } from '../../records/calendarEvents.ts';

const input = zod.object({ locationId, ...eventFilter }).refine(...isOneOwner);

export default defineTrigger({
  key: 'list_calendar_events',
  noun: 'Event',
  display: {
    label: 'List Calendar Events',
    description: 'Triggers when an appointment in a calendar is created or changed.',
  },
  operation: trigger('GET /calendars/events', { input, request: asWindow, record: calendarEvents }),
});
