import { isBlank, isEmpty, isNumber, isObject, type JsonObject, parseYesNo } from '../values.ts';
import { hasMembers, hasUnknownMembers, type JsonSchema } from './schema.ts';

const isText = (type: string | undefined): boolean =>
  type !== undefined && !['number', 'integer', 'boolean', 'object'].includes(type);

/** A text as the type that the form asks for, if it says the same in other words. */
const coerceText = (value: string, { type, format, dynamic }: JsonSchema): unknown => {
  const text = value.trim();
  if (type === 'boolean') return parseYesNo(text) ?? value;
  if ((type === 'number' || type === 'integer') && isNumber(text)) return Number(text);
  return format === 'email' || dynamic ? text : value;
};

/** A value as the type that the form asks for, if what Zapier hands over says the same in other words. */
const coerce = (value: unknown, schema: JsonSchema = {}): unknown => {
  const { type, items } = schema;
  if (type === 'array')
    return [value]
      .flat()
      .map((item) => coerce(item, items))
      .filter((item) => !isEmpty(item));
  if (isObject(value) && hasMembers(schema)) return tidy(value, schema);
  if (isObject(value) && hasUnknownMembers(schema)) return withoutEmpty(value);
  if (typeof value === 'string') return coerceText(value, schema);
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
const tidy = (object: JsonObject, { properties = {} }: JsonSchema): JsonObject =>
  Object.fromEntries(
    Object.entries(object)
      .map(([key, value]) => [
        key,
        coerce(value, Object.hasOwn(properties, key) ? properties[key] : undefined),
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

/** What Zapier hands over in the shape of the schema: nested, in the right types, without what is empty. */
export const readInput = (inputData: JsonObject, schema: JsonSchema): JsonObject =>
  tidy(unflatten(inputData, schema), schema);
