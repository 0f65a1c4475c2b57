import {
  isBlank,
  isEmpty,
  isObject,
  type JsonObject,
  parseNumber,
  parseYesNo,
  readTwoWays,
} from '../values.ts';
import { readMoment } from './dates.ts';
import { filledRows } from './rows.ts';
import { hasMembers, hasUnknownMembers, type JsonSchema } from './schema.ts';

/** What Zapier hands over, and what it knows of it. */
interface Input {
  value: unknown;
  /** What the person typed or mapped, before Zapier made the value of it. */
  typed: unknown;
  /** The time zone of the Zap. */
  timeZone: string;
}

const memberOf = (object: unknown, key: string): unknown =>
  isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;

const isText = (type: string | undefined): boolean =>
  type !== undefined && !['number', 'integer', 'boolean', 'object'].includes(type);

type Choices = NonNullable<JsonSchema['choices']>;

/** The value and the label of each choice. */
export const choicePairs = (choices: Choices): [value: string, label: string][] =>
  Array.isArray(choices)
    ? choices.map((one) =>
        isObject(one) ? [String(one.value), String(one.label)] : [String(one), String(one)],
      )
    : Object.entries(choices).map(([value, label]) => [value, String(label)]);

/** The value of the choice that a text names, by value or label, whatever its case: “Won” is `won`. */
const chosenValue = (text: string, choices: Choices): string | undefined => {
  const named = text.toLowerCase();
  const pairs = choicePairs(choices);
  const found =
    pairs.find(([value]) => value.toLowerCase() === named) ??
    pairs.find(([, label]) => label.toLowerCase() === named);
  return found?.[0];
};

/** A text as the type that the form asks for, if it says the same in other words. */
const coerceText = (value: string, schema: JsonSchema, { typed, timeZone }: Input): unknown => {
  const { type, format, dynamic, choices, day, money } = schema;
  const text = value.trim();
  if (format === 'date-time') return readMoment(text, { day, typed, timeZone });
  if (choices && isText(type)) return chosenValue(text, choices) ?? value;
  if (type === 'boolean') return parseYesNo(text) ?? value;
  if ((money || type === 'integer') && readTwoWays(text)) return value;
  if (type === 'number' || type === 'integer') return parseNumber(text) ?? value;
  return format === 'email' || dynamic ? text : value;
};

/** What was typed into each of so many rows; not known if a mapped list has become several of them. */
const typedRows = (typed: unknown, rows: number): unknown[] => {
  const known = [typed].flat();
  return known.length === rows ? known : [];
};

/** A value as the type that the form asks for, if what Zapier hands over says the same in other words. */
const coerce = (input: Input, schema: JsonSchema = {}): unknown => {
  const { value, typed } = input;
  const { type, items } = schema;
  if (type === 'array') {
    const rows = [value].flat();
    const known = typedRows(typed, rows.length);
    return filledRows(
      rows.map((row, index) => coerce({ ...input, value: row, typed: known[index] }, items)),
    );
  }
  if (isObject(value) && hasMembers(schema))
    return tidy({ ...input, value: unflatten(value, schema) }, schema);
  if (isObject(value) && hasUnknownMembers(schema)) return withoutEmpty(value);
  if (typeof value === 'string') return coerceText(value, schema, input);
  if (isText(type) && (typeof value === 'number' || typeof value === 'boolean'))
    return String(value);
  return type === 'boolean' && (value === 1 || value === 0) ? value === 1 : value;
};

const withoutEmpty = (object: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(object)
      .map(([key, value]) => [
        key,
        Array.isArray(value) ? value.filter((item) => !isBlank(item)) : value,
      ])
      .filter(([, value]) => !isEmpty(value)),
  );

/** Coerces each member and leaves out what is empty: HighLevel refuses an empty email, and empty means untouched. */
const tidy = (
  { value: object, typed, timeZone }: Input & { value: JsonObject },
  { properties = {} }: JsonSchema,
): JsonObject =>
  Object.fromEntries(
    Object.entries(object)
      .map(([key, value]) => [
        key,
        coerce(
          { value, typed: memberOf(typed, key), timeZone },
          Object.hasOwn(properties, key) ? properties[key] : undefined,
        ),
      ])
      .filter(([, value]) => !isEmpty(value)),
  );

/** `{ dnd__sms: x }` as `{ dnd: { sms: x } }`, for those keys that the form made out of an object. */
const unflatten = (object: JsonObject, { properties = {} }: JsonSchema): JsonObject => {
  const result: JsonObject = { ...object };
  for (const [key, schema] of Object.entries(properties)) {
    if (!hasMembers(schema) && !hasUnknownMembers(schema)) continue;
    const prefix = `${key}__`;
    const members = Object.entries(object)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]);
    const whole = isObject(object[key]) ? object[key] : {};
    result[key] = unflatten({ ...whole, ...Object.fromEntries(members) }, schema);
  }
  return result;
};

interface Given {
  inputData: JsonObject;
  /** The same before Zapier converted it: what was typed, with `{{…}}` for what was mapped. */
  inputDataRaw?: JsonObject | undefined;
  timeZone: string;
}

/** What Zapier hands over in the shape of the schema: nested, in the right types, without what is empty. */
export const readInput = (
  { inputData, inputDataRaw = {}, timeZone }: Given,
  schema: JsonSchema,
): JsonObject => {
  const [value, typed] = [inputData, inputDataRaw].map((data) => unflatten(data, schema));
  return tidy({ value: value ?? {}, typed, timeZone }, schema);
};
