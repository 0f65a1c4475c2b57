import type { Bundle } from 'zapier-platform-core';
import * as zod from 'zod';
import { heldNo, oneOf } from '../lib/operation.ts';
import { record } from '../lib/record.ts';
import { momentToIso, timeOf } from '../lib/time.ts';
import { nextStep } from '../middleware.ts';

/** One free slot; its id stays the same in whichever zone it is asked for. */
export const freeSlots = record({
  noun: 'slot',
  one: 'data',
  sample: {
    id: 'CVokAlI8fgw4WYWoCtQz_2026-03-09T17:00:00.000Z',
    calendarId: 'CVokAlI8fgw4WYWoCtQz',
    date: '2026-03-09',
    startTime: '2026-03-09T10:00:00-07:00',
  },
});

const slotDay = zod.object({ slots: zod.array(zod.unknown()) });

/**
 * The free slots of an answer, which is no list but a map by date, with a `traceId` among the dates (reality d.6).
 * Throws where it is neither.
 */
export const slotsOf = (answer: unknown, calendar: string, bundle: Bundle) => {
  const [{ traceId, ...map } = {}] = oneOf(answer, freeSlots);
  const slots = Object.entries(map)
    .filter(([, value]) => Object(value) === value)
    .flatMap(([date, value]) =>
      (slotDay.safeParse(value).data?.slots ?? [null]).map((slot) => ({
        date,
        startTime: momentToIso(slot),
      })),
    );
  // In the year 2001 at least: a small number is no moment.
  const found = slots.filter(({ startTime }) => timeOf(startTime) > 1e12);
  if (slots.length > 0 && found.length === 0)
    throw heldNo('free slot list', nextStep(bundle, true), { traceId });
  return found.map((slot) => ({
    ...slot,
    id: `${calendar}_${new Date(timeOf(slot.startTime)).toISOString()}`,
    calendarId: calendar,
    revision: 'new',
  }));
};
