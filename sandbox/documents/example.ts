import { hexIdFor } from '../state/ids.ts';
import type { Schema } from './schema.ts';

type Json = Record<string, unknown>;

/** What an example is about. */
export type Subject = {
  now: number;
  /** How many records a list has. */
  count?: number;
};

/** A record that is kept: what was sent, or only that it is there. */
export type KeptRecord = {
  id: string;
  values: Json;
  /** Made by the sandbox: nobody has said what it holds, so that an answer holds all that is documented. */
  isSeeded: boolean;
  createdAt: number;
  updatedAt: number;
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is what a schema asks for. */
const fits = ({ type, enum: values }: Schema, value: unknown): boolean => {
  if (values && !values.includes(value as string)) return false;
  if (!type) return true;
  if (type === 'array') return Array.isArray(value);
  return type === 'object' ? isObject(value) : typeof value === type;
};

/** Texts by what they are called. */
const texts: [RegExp, (name: string, subject: Subject) => string][] = [
  [/(^_?id|Ids?)$/, (name) => hexIdFor('documented', name)],
  [/email/i, () => 'maria@example.com'],
  [/phone/i, () => '+14155550134'],
  [/url|link|website|image|logo|avatar|photo/i, (name) => `https://example.com/${name}`],
  [/(At|date|Time)$|^date/i, (_, { now }) => new Date(now).toISOString()],
  [/currency/i, () => 'USD'],
  [/country/i, () => 'US'],
  [/time_?zone/i, () => 'America/New_York'],
  [/^firstName$/, () => 'Maria'],
  [/^lastName$/, () => 'Alvarez'],
];

/** “Late fees configuration” of lateFeesConfiguration. */
const wordsOf = (name: string): string => {
  const words = name.replaceAll(/[_-]+|(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const textOf = (name: string, { format }: Schema, subject: Subject): string => {
  if (format === 'date-time') return new Date(subject.now).toISOString();
  if (format === 'date') return new Date(subject.now).toISOString().slice(0, 10);
  const make = texts.find(([pattern]) => pattern.test(name))?.[1];
  return make ? make(name, subject) : wordsOf(name);
};

const numberOf = (name: string, subject: Subject): number => {
  if (/^(total|count)(Count|Records)?$/i.test(name)) return subject.count ?? 1;
  return /(At|Date|Time)$/.test(name) ? subject.now : 1;
};

const isTrouble = /error|delete|expired|failed|archived|hasMore|next/i;

/** Another item of a list that needs several: no two may be the same. */
const varied = (item: unknown, place: number): unknown =>
  isObject(item) && typeof item.text === 'string'
    ? { ...item, text: `${item.text} ${place}` }
    : item;

/** A value of a schema: the documented example if there is one, else one by its type and name. */
export function exampleOf(schema: Schema, name: string, subject: Subject): unknown {
  const { type, properties = {}, items, minItems = 1, example, enum: values } = schema;
  const isCount = /^(total|count)(Count|Records)?$/i.test(name);
  if (example !== undefined && fits(schema, example) && !isCount) return example;
  if (values) return values[0];
  if (type === 'object') {
    const members = Object.entries(properties);
    return Object.fromEntries(members.map(([key, one]) => [key, exampleOf(one, key, subject)]));
  }
  if (type === 'array' && items) {
    const item = exampleOf(items, name.replace(/s$/, ''), subject);
    return Array.from({ length: minItems }, (_, i) => (i === 0 ? item : varied(item, i + 1)));
  }
  if (type === 'number') return numberOf(name, subject);
  if (type === 'boolean') return !isTrouble.test(name);
  return type === 'string' ? textOf(name, schema, subject) : {};
}

/** What was sent, as an answer shows it: only documented members, and those that must be there. */
const shownOf = (schema: Schema, value: unknown, subject: Subject): unknown => {
  const { properties, required = [], items } = schema;
  if (Array.isArray(value) && items) return value.map((one) => shownOf(items, one, subject));
  if (!isObject(value) || !properties) return value;
  const members = Object.entries(properties).flatMap(([name, one]): [string, unknown][] => {
    if (name in value && fits(one, value[name]))
      return [[name, shownOf(one, value[name], subject)]];
    return required.includes(name) ? [[name, exampleOf(one, name, subject)]] : [];
  });
  return Object.fromEntries(members);
};

const times: Record<string, 'createdAt' | 'updatedAt'> = {
  createdAt: 'createdAt',
  dateAdded: 'createdAt',
  updatedAt: 'updatedAt',
  dateUpdated: 'updatedAt',
};

/** A kept record in the shape that an answer has for it. @param idName how paths call its ID */
export function recordIn(
  schema: Schema,
  record: KeptRecord,
  { subject, idName }: { subject: Subject; idName: string },
): unknown {
  const { properties, required = [] } = schema;
  // The documents show nothing of it.
  if (!properties) return { id: record.id, ...record.values };
  const { values, isSeeded } = record;
  const members = Object.entries(properties).flatMap(([name, one]): [string, unknown][] => {
    if (['_id', 'id', idName].includes(name) && fits(one, record.id)) return [[name, record.id]];
    const sent = values[name];
    if (name in values && fits(one, sent)) return [[name, shownOf(one, sent, subject)]];
    const time = times[name];
    if (time) return [[name, one.type === 'number' ? record[time] : iso(record[time])]];
    return isSeeded || required.includes(name) ? [[name, exampleOf(one, name, subject)]] : [];
  });
  return Object.fromEntries(members);
}

const iso = (ms: number): string => new Date(ms).toISOString();
