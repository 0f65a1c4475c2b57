import * as zod from 'zod';
import { fail } from './errors.ts';

type Issue = zod.core.$ZodIssue;

/** Checks a query or body as HighLevel's class-validator does and answers in its words (422, or as the documents say). */
export function validate<Schema extends zod.core.$ZodType>(
  schema: Schema,
  input: unknown,
  refusal = 422,
): zod.output<Schema> {
  const result = zod.core.safeParse(schema, input, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  // A limit above its maximum is a 400, not a 422, and is never clamped (api#limit-above-the-maximum).
  const tooMuch = issues.find((issue) => issue.code === 'too_big' && issue.origin === 'number');
  if (tooMuch) throw fail(400, messagesOf(tooMuch).join(', '));
  throw fail(refusal, issues.flatMap(messagesOf));
}

/** Whether the only trouble could be a missing location, which the gateway answers with 403 (api#location-check). */
export const lacks = (schema: zod.core.$ZodType, input: object, property: string) =>
  !(property in input) &&
  zod.core
    .safeParse(schema, input)
    .error?.issues.some((issue) => issue.path.length === 1 && issue.path[0] === property) === true;

function messagesOf(issue: Issue): string[] {
  const path = issue.path.map(String);
  const inList = /^\d+$/.test(path.at(-1) ?? '');
  const name = inList ? `each value in ${path.at(-2)}` : path.at(-1);
  // A nested property is named by its parents' path, as NestJS does: "dndSettings.SMS.status must be …".
  const parents = path.slice(0, inList ? -2 : -1);
  const prefix = parents.length > 0 ? `${parents.join('.')}.` : '';
  if (issue.code === 'unrecognized_keys') {
    const owner = path.length > 0 ? `${path.join('.')}.` : '';
    return issue.keys.map((key) => `${owner}property ${key} should not exist`);
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const rule = ruleOf(issue);
  return missing
    ? [`${prefix}${name} should not be empty`, `${prefix}${name} ${rule}`]
    : [`${prefix}${name} ${rule}`];
}

const TYPES: Record<string, string> = {
  string: 'must be a string',
  number: 'must be a number conforming to the specified constraints',
  boolean: 'must be a boolean value',
  array: 'must be an array',
  object: 'must be an object',
};

const FORMATS: Record<string, string> = {
  email: 'must be an email',
  url: 'must be a URL address',
  date: 'must be a valid ISO 8601 date string',
  datetime: 'must be a valid ISO 8601 date string',
};

function ruleOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.message;
    case 'invalid_value':
      return `must be one of the following values: ${issue.values.join(', ')}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? issue.message;
    case 'too_big':
      return issue.origin === 'number'
        ? `must not be greater than ${issue.maximum}`
        : `must be shorter than or equal to ${issue.maximum} characters`;
    case 'too_small':
      if (issue.origin === 'number') return `must not be less than ${issue.minimum}`;
      return issue.minimum === 1
        ? 'should not be empty'
        : `must be longer than or equal to ${issue.minimum} characters`;
    default:
      return issue.message;
  }
}
