import * as zod from 'zod';
import { dayOf, isDay } from '../../fields/common.ts';
import { countries } from '../../fields/countries.ts';
import { readMoment } from '../../lib/form/dates.ts';
import type { Run } from '../../lib/run.ts';
import { day } from '../../lib/time.ts';
import { parseNumber, parseYesNo, plainPhone } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import { endOfDay, startOfDay } from '../../lib/zones.ts';
import { opportunityStatuses } from '../../records/opportunities.ts';
import type { FieldKind, FilterField } from './filterFields.ts';
import { idsByName, type NamedKind } from './namedRecords.ts';

/** What a value means to the search. */
export type Value = string | number | boolean;

/** A value as it is filled in. */
export interface Asked {
  field: FilterField;
  text: string;
  /** How messages call the value: `“Value” (item 1)`. */
  place: string;
}

const isMoment = (text: string): boolean =>
  zod.iso.datetime({ offset: true }).safeParse(text).success;

const notADate = ({ place }: Asked): never =>
  refuse(`${place} must be a date, for example 2026-03-31 or 2026-03-31 15:00.`);

/** The first and the last millisecond of a day in UTC, which is how HighLevel keeps days (api#date-fields). */
const spanOfDay = (asked: Asked): [number, number] => {
  const picked = dayOf(asked.text);
  if (!isDay(picked)) return notADate(asked);
  return [Date.parse(picked), Date.parse(picked) + day - 1];
};

/** The first and the last millisecond of a moment: of a day, or of a minute or a second that it names. */
const spanOfMoment = (asked: Asked, timeZone: string): [number, number] => {
  const { text } = asked;
  if (isDay(text)) return [startOfDay(text, timeZone), endOfDay(text, timeZone) - 1];
  const moment = readMoment(text, { timeZone });
  if (!/^.{10}[T ]\d{2}:/.test(text) || !isMoment(moment)) return notADate(asked);
  const start = Date.parse(moment);
  const [, seconds, fraction] = /^.{16}(:\d{2})?(\.\d+)?/.exec(text) ?? [];
  return [start, start + (fraction ? 0 : seconds ? 999 : 59_999)];
};

const numberOf = ({ text, place }: Asked): number =>
  parseNumber(text) ?? refuse(`${place} must be a number, for example 1500.50.`);

/**
 * The first and the last value that a filled-in value stands for: the milliseconds of a day or moment, in the time zone
 * of the Zap or else in UTC; twice the same for a number.
 */
export const spanOf = (run: Run, asked: Asked): [number, number] => {
  const { kind } = asked.field;
  if (kind === 'day') return spanOfDay(asked);
  if (kind === 'moment') return spanOfMoment(asked, run.timeZone || 'UTC');
  return [numberOf(asked), numberOf(asked)];
};

const looksLikeId = (text: string): boolean =>
  /^(?=.*\d)[\da-z]{18,}$/i.test(text) || /^[\da-f]{8}-[\da-f-]{27}$/i.test(text);

const byName =
  (kind: NamedKind) =>
  async ({ text, place }: Asked, run: Run): Promise<string> => {
    if (looksLikeId(text)) return text;
    const [id, ...others] = (await idsByName(run, kind, text)) ?? [text];
    const name = `“${text.slice(0, 60)}”`;
    if (id === undefined)
      return refuse(`${place}: HighLevel has no ${kind} ${name} in this sub-account.`);
    if (others.length === 0) return id;
    return refuse(
      kind === 'stage'
        ? `${place}: several pipelines have a stage ${name}. Write it as “Pipeline · Stage”.`
        : `${place}: several ${kind}s have the name ${name}. Use the ID instead.`,
    );
  };

const oneOf = (pairs: [string, string][], { text, place }: Asked, what: string): string => {
  const name = text.toLowerCase();
  const found = pairs.find((pair) => pair.some((one) => one.toLowerCase() === name));
  return found?.[0] ?? refuse(`${place} must be ${what}.`);
};

const readOption = (asked: Asked): string => {
  const { options } = asked.field;
  if (options.length === 0) return asked.text;
  const pairs = options.map((option): [string, string] => [option, option]);
  return oneOf(pairs, asked, `one of: ${options.join(', ')}`);
};

const fullPhone = ({ text, place }: Asked): string => {
  const number = plainPhone(text);
  return number.startsWith('+')
    ? number
    : refuse(`${place} must start with the country code, for example +1 415 555 0134.`);
};

const readers: Partial<Record<FieldKind, (asked: Asked, run: Run) => Value | Promise<Value>>> = {
  lower: ({ text }) => text.toLowerCase(),
  tag: ({ text }) => text.toLowerCase(),
  email: ({ text }) => text.toLowerCase(),
  phone: fullPhone,
  option: readOption,
  options: readOption,
  yesNo: ({ text, place }) => parseYesNo(text) ?? refuse(`${place} must be yes or no.`),
  number: numberOf,
  country: (asked) => oneOf(countries(), asked, 'a country or its two-letter code'),
  status: (asked) => {
    const pairs = Object.entries(opportunityStatuses);
    return oneOf(pairs, asked, `one of: ${pairs.map(([, label]) => label).join(', ')}`);
  },
  user: byName('user'),
  workflow: byName('workflow'),
  pipeline: byName('pipeline'),
  stage: byName('stage'),
};

/** A part of a value, as the search index holds it. */
export const partOf = ({ field, text }: Asked): string => {
  if (field.kind === 'phone') return plainPhone(text);
  return field.kind === 'text' || field.kind === 'option' ? text : text.toLowerCase();
};

/** A whole value as the search index holds it. Refuses what it can never hold. */
export const wholeOf = async (run: Run, asked: Asked): Promise<Value> =>
  (await readers[asked.field.kind]?.(asked, run)) ?? asked.text;
