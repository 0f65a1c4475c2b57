import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { block, blockOwner, endsLater, hasOneOwner } from '../../fields/blockSlots.ts';
import { locationId } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { blockSlot } from '../../records/calendarEvents.ts';

const input = zod
  .object({
    locationId,
    ...blockOwner,
    eventId: chosen(
      'Blocked Slot',
      'list_blocked_slot_choices.id.name',
      'Choose the calendar or the user first. The list shows the times that are blocked there.',
    ),
    title: block.title.optional(),
    startTime: block.startTime.optional(),
    endTime: block.endTime.optional(),
  })
  .refine(...hasOneOwner)
  .refine(...endsLater);

export default defineCreate({
  key: 'update_block_slot',
  noun: 'Slot',
  display: {
    label: 'Update Block Slot',
    description: 'Changes a blocked time of a calendar or of a user.',
  },
  operation: create('PUT /calendars/events/block-slots/{eventId}', { input, record: blockSlot }),
});
