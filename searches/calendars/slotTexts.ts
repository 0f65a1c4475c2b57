import { choice } from '../../fields/common.ts';
import { uniqueRecords } from '../../lib/polling/revision.ts';
import { type Context, record } from '../../lib/record.ts';
import { timeOf } from '../../lib/time.ts';
import type { JsonObject } from '../../lib/values.ts';
import { freeSlots, slotsIn } from '../../records/freeSlots.ts';

/** In which language the slots are told. */
export const language = choice(
  'Language',
  {
    'en-US': 'English (Monday, March 9 at 2:30 PM)',
    'en-GB': 'English (Monday 9 March at 14:30)',
    de: 'German',
    es: 'Spanish',
    fr: 'French',
    it: 'Italian',
    nl: 'Dutch',
    pt: 'Portuguese',
  },
  'The language of the text, which you can paste into a message.',
).default('en-US');

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
  parse: (answers, context) =>
    uniqueRecords([answers].flat().flatMap((answer) => slotsIn(answer, context))),
  complete: withTexts,
});
