import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { hasOneOwner } from '../../fields/blockSlots.ts';
import { locationId } from '../../fields/common.ts';
import { calendarId, userId } from '../../fields/ids.ts';
import { choices } from '../../lib/operations.ts';
import { isTrue } from '../../lib/values.ts';
import { aroundNow, dayAndTime } from './around.ts';

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
    description: 'Fills the dropdown of blocked slots of a calendar or a user.',
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
    name: ({ title, startTime }) =>
      [title || 'Blocked', dayAndTime(startTime)].filter(Boolean).join(' · '),
    arrange: (events) => events.filter(({ deleted }) => !isTrue(deleted)),
  }),
});
