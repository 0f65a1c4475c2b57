import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parse } from 'chrono-node';
import type { Field } from './app.ts';
import type { Values } from './zap.ts';

/** Zapier's own conversion of what is typed into a form, as its CLI does it for `invoke`. */
const resolveTypes = createRequire(resolve('package.json'))(
  'zapier-platform-cli/src/oclif/commands/invoke/input-types.js',
) as (input: Values, fields: Field[], timeZone: string) => Values;

/**
 * A date as Zapier hands it to the app: “tomorrow at 3pm” becomes `2026-11-29T15:00:00-05:00`, a day without a time
 * becomes nine o’clock. Zapier takes a text in which it finds no date for “now”; here it stays as it is, so that the app
 * refuses it.
 */
export const convertDate = (text: string, timeZone: string): string => {
  const isDate = parse(text).length > 0 || /\d{10,14}/.test(text);
  if (!isDate) return text;
  const field: Field = { key: 'date', type: 'datetime' };
  return String(resolveTypes({ date: text }, [field], timeZone).date);
};

const convertValue = (field: Field, value: unknown, timeZone: string): unknown => {
  if (field.children && Array.isArray(value))
    return value.map((row) => convertDates(field.children ?? [], row as Values, timeZone));
  if (field.type !== 'datetime') return value;
  if (Array.isArray(value)) return value.map((one) => convertValue(field, one, timeZone));
  return typeof value === 'string' && value !== '' ? convertDate(value, timeZone) : value;
};

/** An input with every date as Zapier converts it. */
export const convertDates = (fields: Field[], input: Values, timeZone: string): Values => {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      const field = byKey.get(key);
      return [key, field ? convertValue(field, value, timeZone) : value];
    }),
  );
};
