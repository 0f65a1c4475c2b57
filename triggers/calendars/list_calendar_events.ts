import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { asWindow, eventFilter, isOneOwner, seedingWidely } from '../../fields/calendarWindow.ts';
import { locationId } from '../../fields/common.ts';
import { poll } from '../../lib/operation.ts';
import { calendarEvents } from '../../records/calendarEvents.ts';

const input = zod
  .object({ locationId, ...eventFilter })
  .refine(...isOneOwner)
  .transform(asWindow);

export default defineTrigger({
  key: 'list_calendar_events',
  noun: 'Event',
  display: {
    label: 'List Calendar Events',
    description: 'Triggers when an appointment is new in a calendar or changes.',
  },
  operation: seedingWidely(poll('GET /calendars/events', input, calendarEvents)),
});
