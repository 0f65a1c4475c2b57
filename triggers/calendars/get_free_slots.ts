import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { from, integer, until } from '../../fields/common.ts';
import { askedZone, calendarId, userId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { freeSlots } from '../../records/freeSlots.ts';
import {
  isPeriod,
  notAPeriod,
  ofUsers,
  resolvePeriod,
  slotsRoute,
  windowsOf,
} from './slotWindows.ts';

const input = zod
  .object({
    calendarId,
    startDate: from('From', 'Leave empty to start now.').optional(),
    endDate: until('To', 'Leave empty to use “Days Ahead”.').optional(),
    daysAhead: integer(
      'Days Ahead',
      'How many days to look ahead, counted from “From” or, if that is empty, from now. Each day adds the slots of one more day, and they trigger too. If you want only slots that become free in a fixed period, fill in “From” and “To”. Each slot triggers once.',
    )
      .min(1, 'must be at least 1')
      .max(366, 'must be at most 366')
      .default(14),
    timezone: askedZone
      .meta({ helpText: 'Leave empty to use the time zone of the calendar.' })
      .optional(),
    userIds: zod
      .array(userId)
      .meta({
        label: 'Team Members',
        helpText: 'Only slots in which one of these team members is free.',
      })
      .optional(),
  })
  .refine(isPeriod, notAPeriod);

const asRequest = ({
  userIds,
  startDate,
  endDate,
  daysAhead,
  ...values
}: zod.output<typeof input>) => ({
  ...values,
  ...ofUsers(userIds),
  ...resolvePeriod({ startDate, endDate, daysAhead }),
});

/** The answers of all windows, which are asked for at the same time: twelve at most. */
const send = (run: Run, body: ReturnType<typeof asRequest>) =>
  Promise.all(
    windowsOf(body.startDate, body.endDate).map((window) =>
      run.call(slotsRoute, { ...body, ...window }),
    ),
  );

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
    send,
    revision: 'new',
  }),
});
