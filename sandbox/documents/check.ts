import * as zod from 'zod';
import type { Schema } from './schema.ts';

const anything = zod
  .unknown()
  .refine((value) => value !== undefined, { error: 'should not be empty' });

const choiceOf = (values: NonNullable<Schema['enum']>, isText: boolean): zod.ZodType =>
  isText || values.every((one) => typeof one === 'string')
    ? zod.enum(values.map(String))
    : zod.literal(values);

/** In a query and in the fields of a form everything is a text. */
const textTypes: Record<string, zod.ZodType> = {
  number: zod.coerce.number(),
  boolean: zod.enum(['true', 'false']),
};

const bodyTypes: Record<string, zod.ZodType> = {
  number: zod.number(),
  boolean: zod.boolean(),
};

const objectOf = ({ properties = {}, required = [] }: Schema, isText: boolean): zod.ZodType =>
  zod.strictObject(
    Object.fromEntries(
      Object.entries(properties).map(([name, one]) => {
        const member = checkOf(one, isText);
        return [name, required.includes(name) ? member : member.nullish()];
      }),
    ),
  );

/**
 * A documented schema as the check of a query or a body: closed, as HighLevel refuses unknown properties
 * (api#strict-bodies). Limits and patterns are left out: the documents have few, and some are wrong.
 * @param isText whether every plain value comes as a text
 */
export function checkOf(schema: Schema, isText: boolean): zod.ZodType {
  const { type, properties, items, format } = schema;
  if (schema.enum) return choiceOf(schema.enum, isText);
  if (format === 'binary') return zod.union([zod.instanceof(File), zod.string()]);
  if (properties) return objectOf(schema, isText);
  if (type === 'object') return isText ? anything : zod.record(zod.string(), zod.unknown());
  if (type === 'array') {
    const list = zod.array(checkOf(items ?? {}, isText));
    // One value is a list of one; several may stand in one text, with commas.
    return isText ? zod.union([zod.string(), list]) : list;
  }
  if (type === 'string') return zod.string();
  return (isText ? textTypes : bodyTypes)[type ?? ''] ?? anything;
}

/** The check of a body: one that is a list arrives by its places (gateway/request.ts). */
export const bodyCheckOf = (schema: Schema, isText: boolean): zod.ZodType =>
  schema.type === 'array'
    ? zod.record(zod.string(), checkOf(schema.items ?? {}, isText))
    : schema.properties
      ? checkOf(schema, isText)
      : zod.record(zod.string(), zod.unknown());
