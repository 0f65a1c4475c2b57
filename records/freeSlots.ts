import * as zod from 'zod';
import { recordIn, unreadable } from '../lib/api/answers.ts';
import { type Context, type RecordType, record } from '../lib/record.ts';
import { momentToIso, timeOf } from '../lib/time.ts';
import { isObject, type JsonObject } from '../lib/values.ts';

const slotDay = zod.object({ slots: zod.array(zod.unknown()) });

/**
 * Whether a slot lies in the period, since the answer is a map of days (api#free-slots). One without an offset is
 * taken: nobody knows its moment.
 */
const isAsked = (slot: unknown, { startDate, endDate }: JsonObject): boolean => {
  if (!/(Z|[+-]\d{2}:?\d{2})$/.test(String(slot))) return true;
  const moment = timeOf(slot);
  return !(moment < Number(startDate) || moment > Number(endDate));
};

/**
 * The free slots of an answer, which does not hold a list but a map by date, with a `traceId` among the dates
 * (api#free-slots). Throws if it holds neither.
 */
export const slotsIn = (answer: unknown, { input }: Context): JsonObject[] => {
  const { traceId, ...map } = recordIn(answer, freeSlots) ?? {};
  const slots = Object.entries(map)
    .filter(([, value]) => isObject(value) || Array.isArray(value))
    .flatMap(([date, value]) =>
      (slotDay.safeParse(value).data?.slots ?? [null]).map((slot) => ({
        date,
        startTime: momentToIso(slot),
      })),
    );
  // In the year 2001 at least: a small number is not a moment.
  const found = slots.filter(({ startTime }) => timeOf(startTime) > 1e12);
  if (slots.length > 0 && found.length === 0) throw unreadable('free slot list', traceId);
  const asked = found.filter(({ startTime }) => isAsked(startTime, input));
  return asked.map(({ date, startTime }) => ({
    date,
    startTime,
    id: `${input.calendarId}_${new Date(timeOf(startTime)).toISOString()}`,
    calendarId: input.calendarId,
  }));
};

/** One free slot; its id stays the same in whichever zone it is asked for. The answer is a list of answers. */
export const freeSlots: RecordType = record({
  noun: 'slot',
  one: 'data',
  sample: {
    id: 'CVokAlI8fgw4WYWoCtQz_2026-03-09T17:00:00.000Z',
    calendarId: 'CVokAlI8fgw4WYWoCtQz',
    date: '2026-03-09',
    startTime: '2026-03-09T10:00:00-07:00',
  },
  parse: (answers, context) => [answers].flat().flatMap((answer) => slotsIn(answer, context)),
});
