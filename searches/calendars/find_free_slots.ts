import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { from, integer, until } from '../../fields/common.ts';
import { freeMembers } from '../../fields/freeSlots.ts';
import { askedZone, calendarId } from '../../fields/ids.ts';
import { search } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import { loadTimeZone } from '../../records/contactAppointments.ts';
import { slotsIn } from '../../records/freeSlots.ts';
import {
  asRequest,
  isPeriod,
  notAPeriod,
  slotsRoute,
  windowsOf,
} from '../../triggers/calendars/slotWindows.ts';
import { foundSlots, language } from './slotTexts.ts';

const input = zod
  .object({
    calendarId,
    count: integer('Number of Slots', 'How many slots to find, the earliest first.')
      .min(1, 'must be at least 1')
      .max(100, 'must be at most 100')
      .default(3),
    startDate: from('From', 'Leave this empty to start now.').optional(),
    endDate: until('To', 'Leave this empty to look two weeks ahead.').optional(),
    userIds: freeMembers,
    timezone: askedZone
      .meta({ helpText: 'Leave this empty to use the time zone of the sub-account.' })
      .optional(),
    language,
  })
  .transform((values) => ({ ...values, daysAhead: 14 }))
  .refine(isPeriod, notAPeriod);

interface Asked extends JsonObject {
  calendarId: string;
  startDate: number;
  endDate: number;
  count: number;
  language: string;
}

/** Window after window until there are enough slots. */
const send = async (run: Run, { count, language: _, ...asked }: Asked) => {
  const answers: unknown[] = [];
  // A slot may be at the end of one window and at the start of the next.
  const found = new Set<unknown>();
  for (const window of windowsOf(asked.startDate, asked.endDate)) {
    const body = { ...asked, ...window };
    const answer = await run.call(slotsRoute, body);
    answers.push(answer);
    for (const { id } of slotsIn(answer, { run, input: body })) found.add(id);
    if (found.size >= count) break;
  }
  return answers;
};

export default defineSearch({
  key: 'find_free_slots',
  noun: 'Slot',
  display: {
    label: 'Find Free Slots',
    description: 'Finds the next free times of a calendar, and gives them as text for a message.',
  },
  operation: search(slotsRoute, {
    input,
    request: async (values, run) => ({
      ...asRequest(values),
      timezone: values.timezone ?? ((await loadTimeZone(run)) || undefined),
    }),
    record: foundSlots,
    send,
    routes: ['GET /locations/{locationId}'],
  }),
});
