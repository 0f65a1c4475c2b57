import { endOfDay, startOfDay, zonedIso } from '../zones.ts';

/** How a date of the form is meant. */
export interface Meaning {
  /** Which end of a day counts if a day may be filled in as well as a moment. */
  day?: 'start' | 'end' | undefined;
  /** What the person typed, before Zapier made a moment of it; not known if it was mapped. */
  typed?: unknown;
  /** The time zone of the Zap. */
  timeZone: string;
}

/**
 * What tells a moment from a day in a date as people type it, as far as Zapier reads it: “10:00”, “3 pm”, “at 9”,
 * “tomorrow at noon”, “this evening”, “in 2 hours”, “2026-12-03T09”, “3 Dec 9.30”, a timestamp.
 */
const timeWords = new RegExp(
  [
    /\d:\d\d|\dT\d\d|^\d{9,}$/,
    /\d\s?[ap]\.?m\b|\d\s?o['’]?clock\b/,
    /(\bat|@)\s?\d{1,2}\b/,
    /\d[\s,]\s?\d{1,2}\.\d\d$/,
    /\b(noon|midday|midnight|mornings?|afternoon|evening|night|tonight)\b/,
    /\b(minutes?|mins?|hours?|hrs?)\b|\d\s?(seconds?|secs?)\b|\bin \d{1,9}\s?(h|hr|m|min|s)\b/,
    /^now\b|\b(right|just) now\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** Whether it is known what a person typed: of what was mapped there is only `{{…}}`. */
const isTyped = (typed: unknown): typed is string =>
  typeof typed === 'string' && !typed.includes('{{');

/**
 * Whether a day was meant. Zapier makes a moment of a day: 00:00 by its older help pages, 09:00 in its newest code
 * (zapier#input-conversion). What was typed tells; what was mapped can only be told by the time.
 */
const isDayMeant = (picked: string, typed: unknown): boolean => {
  const clock = /^.{10}(?:T(\d{2}):00:00(?:\.0+)?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(picked);
  const hour = clock ? (clock[1] ?? '00') : 'other';
  if (hour !== '00' && isTyped(typed) && typed.trim() !== '') return !timeWords.test(typed);
  return hour === '00' || hour === '09';
};

const written =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?)?\s*(?:(Z|UTC)|([+-]\d{2}):?(\d{2}))?$/i;

/**
 * A date and time as ISO 8601 with an offset, out of the ways in which steps and people write one that cannot be
 * mistaken: with a space, without an offset (then it is the Zap’s zone), without a time (09:00, as Zapier makes of it;
 * zapier#input-conversion). Everything else stays as it is.
 */
export const readMoment = (text: string, { day, typed, timeZone }: Meaning): string => {
  const [, date, time, seconds = ':00', utc, hours, minutes] = written.exec(text.trim()) ?? [];
  if (date === undefined) return text;
  const offset = utc ? 'Z' : hours ? `${hours}:${minutes}` : '';
  const moment = time ? `${date}T${time}${seconds}${offset}` : date;
  if (day && isDayMeant(moment, typed)) {
    const [from, end] = [startOfDay(moment, timeZone), endOfDay(moment, timeZone) - 1];
    const meant = new Date(day === 'start' ? from : end);
    return Number.isNaN(meant.getTime()) ? text : meant.toISOString();
  }
  return offset ? moment : String(zonedIso(time ? moment : `${date}T09:00`, timeZone));
};
