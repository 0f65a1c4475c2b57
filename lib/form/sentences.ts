import type * as zod from 'zod';
import type { Labels } from '../run.ts';
import { quoted } from '../texts.ts';
import { isObject, type JsonObject, readTwoWays, valueOnWay } from '../values.ts';
import { rowNumber } from './rows.ts';

const types: Record<string, string> = {
  number: 'a number, for example 1500.50',
  int: 'a whole number, for example 15',
  boolean: 'yes or no',
  string: 'text',
  array: 'a list',
  object: 'a line item',
};

const formats: Record<string, string> = {
  email: 'an email address',
  datetime: 'a date and time, for example 2026-12-03 15:00',
  url: 'a web address',
};

const counted = (size: unknown, one: string): string => `${size} ${one}${size === 1 ? '' : 's'}`;

/** What is too long, too short, too large or too small, in zod’s words for what it is. */
const sizes: Record<string, { most: (size: unknown) => string; least: (size: unknown) => string }> =
  {
    string: {
      most: (size) => `must have ${counted(size, 'character')} or fewer`,
      least: (size) => `must have at least ${counted(size, 'character')}`,
    },
    array: {
      most: (size) => `must have ${counted(size, 'item')} or fewer`,
      least: (size) => `must have at least ${counted(size, 'item')}`,
    },
  };
const amounts = {
  most: (size: unknown) => `must be ${size} or less`,
  least: (size: unknown) => `must be ${size} or more`,
};

/** The limit that a value breaks, in people’s words; zod’s own words for everything else. */
export const describeLimit: zod.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'too_big') return (sizes[String(issue.origin)] ?? amounts).most(issue.maximum);
  if (issue.code === 'too_small')
    return (sizes[String(issue.origin)] ?? amounts).least(issue.minimum);
  return undefined;
};

/** The names on the way to a field, without the rows. */
const namesOf = (path: PropertyKey[]): string[] =>
  path.filter((part) => typeof part !== 'number').map(String);

/** What is known of the field that an issue is about, by its key in the form. */
const ownOf = <Known>(known: Record<string, Known>, path: PropertyKey[]): Known | undefined =>
  valueOnWay(known, namesOf(path));

const valueAt = (input: JsonObject, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (part, name) =>
      isObject(part) || Array.isArray(part) ? (part as JsonObject)[String(name)] : undefined,
    input,
  );

/** Which field an issue is about: `“Channel” (item 2) `; empty if the form has no label for it. */
const placeOf = (path: PropertyKey[], labels: Labels, input: JsonObject): string => {
  const label = ownOf(labels, path) ?? namesOf(path).join(' ');
  const at = path.findIndex((part) => typeof part === 'number');
  if (label === '') return '';
  if (at < 0) return `“${label}” `;
  return `“${label}” (item ${rowNumber(valueAt(input, path.slice(0, at)), Number(path[at]))}) `;
};

/** What is known of the fields of a form, by their keys. */
export interface Known {
  labels: Labels;
  choices: Record<string, string[]>;
  /** Fields for whole numbers: zod says of a text only that it is no number. */
  integers: Record<string, true>;
}

const describeType = (
  { path, expected }: zod.core.$ZodIssueInvalidType,
  { integers }: Known,
  value: unknown,
): string => {
  const isNumber = expected === 'number';
  const isWhole = isNumber && ownOf(integers, path);
  const [whole, decimal = ''] = (isNumber && typeof value === 'string' && readTwoWays(value)) || [];
  if (whole && !(isWhole && decimal.includes('.')))
    return `must be ${whole} or ${decimal}: “${value}” could mean both.`;
  const type = isWhole ? 'int' : expected;
  return `must be ${types[type] ?? type}.`;
};

/**
 * One zod issue as a sentence about a field of the form.
 * @param input what was filled in
 */
export const describeIssue = (
  issue: zod.core.$ZodIssue,
  known: Known,
  input: JsonObject,
): string => {
  const { labels, choices } = known;
  const place = placeOf(issue.path, labels, input);
  const value = valueAt(input, issue.path);
  if (issue.code === 'custom')
    return issue.message.startsWith('“') ? issue.message : `${place}${issue.message}`;
  if (value === undefined) return `${place}is required.`;
  if (issue.code === 'invalid_value')
    return `${place}must be one of: ${quoted(ownOf(choices, issue.path) ?? issue.values.map(String))}.`;
  if (issue.code === 'invalid_type') return `${place}${describeType(issue, known, value)}`;
  if (issue.code === 'invalid_format' && issue.format !== 'regex')
    return `${place}must be ${formats[issue.format] ?? `a valid ${issue.format}`}.`;
  return `${place}${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}.`;
};
