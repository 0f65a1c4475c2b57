import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { asWindow, eventFilter, isOneOwner } from '../../fields/calendarWindow.ts';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { blockedSlots } from '../../records/calendarEvents.ts';

const input = zod.object({ locationId, ...eventFilter }).refine(...isOneOwner);

export default defineTrigger({
  key: 'list_blocked_slots',
  noun: 'Slot',
  display: {
    label: 'List Blocked Slots',
    description: 'Triggers when a time is blocked in a calendar, or when a blocked time changes.',
  },
  operation: trigger('GET /calendars/blocked-slots', {
    input,
    request: asWindow,
    record: blockedSlots,
  }),
});
