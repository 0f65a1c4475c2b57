import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { epochMilliseconds, integer } from '../../fields/common.ts';
import { calendarId, timezone, userId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { freeSlots } from '../../records/freeSlots.ts';

const day = 86_400_000;

const input = zod
  .object({
    calendarId,
    startDate: epochMilliseconds('From', 'Left empty, slots from now on.').optional(),
    endDate: epochMilliseconds('To', 'Left empty, “Days Ahead” counts.').optional(),
    daysAhead: integer(
      'Days Ahead',
      'How many days from now, or after “From”. As time passes, slots further ahead come within these days and trigger too; give “From” and “To” to hear only of slots that become free between them. A slot triggers once.',
    )
      .min(1, 'must be at least 1')
      .max(366, 'must be at most 366')
      .default(14),
    timezone: timezone
      .meta({ helpText: 'Left empty, times are in the time zone of the calendar.' })
      .optional(),
    userIds: zod
      .array(userId)
      .meta({
        label: 'Team Members',
        helpText: 'Only slots in which one of these team members is free.',
      })
      .optional(),
  })
  .transform(({ userIds = [], startDate = Date.now(), daysAhead, endDate, ...rest }) => ({
    ...rest,
    ...(userIds.length === 1 ? { userId: userIds[0] } : { userIds }),
    startDate,
    endDate: endDate ?? startDate + daysAhead * day,
  }))
  .refine(({ startDate, endDate }) => endDate > startDate && endDate <= startDate + 366 * day, {
    path: ['endDate'],
    message: 'must be later than “From”, and at most 366 days later.',
  });

const route = 'GET /calendars/{calendarId}/free-slots';

/** Windows of at most 31 days, which is all that the endpoint gives at once (api#free-slots). */
const windows = (from: number, to: number) =>
  Array.from({ length: Math.ceil((to - from) / (31 * day)) }, (_, index) => ({
    startDate: from + index * 31 * day,
    endDate: Math.min(to, from + (index + 1) * 31 * day),
  }));

/** The answers of all windows. */
const send = async (run: Run, body: zod.output<typeof input>) => {
  const answers: unknown[] = [];
  for (const window of windows(body.startDate, body.endDate))
    answers.push(await run.call(route, { ...body, ...window }));
  return answers;
};

export default defineTrigger({
  key: 'get_free_slots',
  noun: 'Slot',
  display: {
    label: 'Get Free Slots',
    description: 'Triggers when a time becomes free for booking in a calendar.',
  },
  operation: trigger(route, { input, record: freeSlots, send, revision: 'new' }),
});
