import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { block, blockOwner, endsLater, hasOneOwner } from '../../fields/blockSlots.ts';
import { locationId } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { blockSlot } from '../../records/calendarEvents.ts';
import { newBlock } from './newBlock.ts';

const input = zod
  .object({
    locationId,
    startTime: block.startTime,
    endTime: block.endTime,
    ...blockOwner,
    title: block.title.optional(),
  })
  .refine(...hasOneOwner)
  .refine(...endsLater);

export default defineCreate({
  key: 'create_block_slot',
  noun: 'Slot',
  display: {
    label: 'Create Block Slot',
    description: 'Blocks a time in a calendar or for a user, so that nobody can book it.',
  },
  operation: create('POST /calendars/events/block-slots', {
    input,
    record: blockSlot,
    lookAgain: newBlock,
  }),
});
