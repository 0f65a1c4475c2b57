import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { hasOneOwner } from '../../fields/blockSlots.ts';
import { locationId } from '../../fields/common.ts';
import { calendarId, userId } from '../../fields/ids.ts';
import { choices } from '../../lib/operations.ts';
import { isTrue } from '../../lib/values.ts';
import { aroundNow, formatStart } from './calendarEvents.ts';
import { joinParts } from './names.ts';

const input = zod
  .object({
    locationId,
    calendarId: calendarId.optional(),
    assignedUserId: userId.optional(),
  })
  .refine(...hasOneOwner);

export default defineTrigger({
  key: 'list_blocked_slot_choices',
  noun: 'Slot',
  display: {
    label: 'List Blocked Slot Choices',
    description: 'Fills the dropdown of a calendar’s or a user’s blocked slots.',
    hidden: true,
  },
  operation: choices('GET /calendars/blocked-slots', {
    input,
    request: ({ assignedUserId, ...rest }) => ({
      ...rest,
      userId: assignedUserId,
      ...aroundNow(),
    }),
    list: 'events',
    name: ({ title, startTime }) => joinParts([title || 'Blocked', formatStart(startTime)]),
    arrange: (events) => events.filter(({ deleted }) => !isTrue(deleted)),
  }),
});
