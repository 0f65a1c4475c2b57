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
import { timeOf } from '../../lib/time.ts';
import { isSameText } from '../../lib/values.ts';
import { blockedSlots, blockSlot } from '../../records/calendarEvents.ts';

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
  operation: create('POST /calendars/events/block-slots', {
    input,
    record: blockSlot,
    lookAgain: {
      route: 'GET /calendars/blocked-slots',
      request: ({ locationId: location, calendarId, assignedUserId, startTime, endTime }) => ({
        locationId: location,
        ...(calendarId ? { calendarId } : { userId: assignedUserId }),
        startTime: timeOf(startTime),
        endTime: timeOf(endTime),
      }),
      record: blockedSlots,
      isIt: (found, { startTime, endTime, title }) =>
        timeOf(found.startTime) === timeOf(startTime) &&
        timeOf(found.endTime) === timeOf(endTime) &&
        (title === undefined || isSameText(found.title, title)),
    },
  }),
});
