import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { freeMembers } from '../../fields/freeSlots.ts';
import { askedZone, calendarId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { freeSlots } from '../../records/freeSlots.ts';
import { asRequest, isPeriod, notAPeriod, period, readWindows, slotsRoute } from './slotWindows.ts';

const input = zod
  .object({
    calendarId,
    ...period,
    timezone: askedZone
      .meta({ helpText: 'Leave empty to use the time zone of the calendar.' })
      .optional(),
    userIds: freeMembers,
  })
  .refine(isPeriod, notAPeriod);

export default defineTrigger({
  key: 'get_free_slots',
  noun: 'Slot',
  display: {
    label: 'Get Free Slots',
    description: 'Triggers when a time becomes free for booking in a calendar.',
  },
  operation: trigger(slotsRoute, {
    input,
    request: asRequest,
    record: freeSlots,
    send: readWindows,
    revision: 'new',
  }),
});
