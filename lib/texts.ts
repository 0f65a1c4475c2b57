import type { JsonObject } from './values.ts';

const plain = (value: unknown): string =>
  String(value ?? '')
    .trim()
    .toLowerCase();

/** Whether a value is what is looked for, in capital or small letters; all values are if nothing is looked for. */
export const fitsText = (value: unknown, wanted: string | undefined): boolean =>
  wanted === undefined || plain(value) === plain(wanted);

/** Whether a value holds what is looked for. */
export const holdsText = (value: unknown, wanted: string | undefined): boolean =>
  wanted === undefined || plain(value).includes(plain(wanted));

/** “an appointment”, “a user”. */
export const withArticle = (noun: string): string =>
  `${/^([aeio]|u(?!s|ni))/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** “contacts”, “categories”, “businesses”. */
export const pluralOf = (noun: string): string => {
  if (/[^aeiou]y$/i.test(noun)) return noun.replace(/y$/, 'ies');
  return /(s|x|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
};

/** Texts as people list them: “Open”, “Won”. */
export const quoted = (texts: string[]): string => texts.map((text) => `“${text}”`).join(', ');

/** Whether a record has all of these values; undefined asks for nothing. */
export const hasAll = (record: JsonObject, wanted: Record<string, string | undefined>): boolean =>
  Object.entries(wanted).every(([key, value]) => fitsText(record[key], value));
