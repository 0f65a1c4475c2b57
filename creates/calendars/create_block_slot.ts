import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import {
  blockEnd,
  blockOwner,
  blockStart,
  blockTitle,
  endsLater,
  hasOneOwner,
  tooEarly,
} from '../../fields/blockSlots.ts';
import { locationId } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { blockSlot } from '../../records/calendarEvents.ts';

const input = zod
  .object({
    locationId,
    startTime: blockStart,
    endTime: blockEnd,
    ...blockOwner,
    title: blockTitle.optional(),
  })
  .refine(...hasOneOwner)
  .refine(endsLater, tooEarly);

export default defineCreate({
  key: 'create_block_slot',
  noun: 'Slot',
  display: {
    label: 'Create Block Slot',
    description: 'Blocks a time in a calendar or for a user, so that nobody can book it.',
  },
  operation: create('POST /calendars/events/block-slots', { input, record: blockSlot }),
});
