import * as zod from 'zod';
import { recordIn, unreadable } from '../lib/api/answers.ts';
import { type Context, type RecordType, record } from '../lib/record.ts';
import { momentToIso, timeOf } from '../lib/time.ts';
import { isObject, type JsonObject } from '../lib/values.ts';

const slotDay = zod.object({ slots: zod.array(zod.unknown()) });

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
  return found.map(({ date, startTime }) => ({
    date,
    startTime,
    id: `${input.calendarId}_${new Date(timeOf(startTime)).toISOString()}`,
    calendarId: input.calendarId,
  }));
};

const slotsOfAll = (answers: unknown, context: Context): JsonObject[] =>
  [answers].flat().flatMap((answer) => slotsIn(answer, context));

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
  parse: slotsOfAll,
});

/** The earliest slots, each with a text for a message, and all of them as a numbered list. */
const withTexts = (records: JsonObject[], { input: asked }: Context): JsonObject[] => {
  const format = new Intl.DateTimeFormat(String(asked.language), {
    timeZone: String(asked.timezone || 'UTC'),
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
  const slots = records
    .sort((one, other) => timeOf(one.startTime) - timeOf(other.startTime))
    .slice(0, Number(asked.count))
    .map((slot, index) => ({
      ...slot,
      number: index + 1,
      text: format.format(timeOf(slot.startTime)).replace(/\u202f/g, ' '),
    }));
  const allTexts = slots.map(({ number, text }) => `${number}. ${text}`).join('\n');
  return slots.map((slot) => ({ ...slot, allTexts, timeZone: asked.timezone }));
};

/** Free slots for people to choose from: numbered, and in words. */
export const foundSlots = record({
  noun: 'slot',
  one: 'data',
  sample: {
    ...freeSlots.sample,
    number: 1,
    text: 'Monday, March 9 at 10:00 AM',
    allTexts: '1. Monday, March 9 at 10:00 AM\n2. Tuesday, March 10 at 2:30 PM',
    timeZone: 'America/Los_Angeles',
  },
  labels: { text: 'Text', allTexts: 'All Slots as a Numbered List' },
  parse: slotsOfAll,
  complete: withTexts,
});
