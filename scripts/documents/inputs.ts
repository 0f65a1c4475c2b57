/** The form of an endpoint as a JSON schema, in the words that lib/form takes (`label`, `helpText`, `dynamic`, `group`). */
import type { JsonSchema } from '../../lib/form/schema.ts';
import { textOf } from './corrections.ts';
import { type Documented, flatten, type Schema } from './openApi.ts';
import { labelled } from './words.ts';

/** So deep a form goes; what lies deeper is left to “More Fields”. */
const deepest = 3;

interface Place {
  resolve: Documented['resolve'];
  seen: readonly string[];
  depth: number;
  /** Inside a line item, where Zapier has no further lists. */
  isRow: boolean;
}

const scalars = new Set(['string', 'number', 'integer', 'boolean']);

const limits = ({ minimum, maximum, maxLength }: Schema): Partial<Schema> => ({
  ...(typeof minimum === 'number' ? { minimum } : {}),
  ...(typeof maximum === 'number' ? { maximum } : {}),
  ...(typeof maxLength === 'number' ? { maxLength } : {}),
});

const scalarOf = (schema: Schema): JsonSchema => {
  const { type: documented, format } = schema;
  // The documents have words of their own besides, like `any`.
  const own = scalars.has(documented ?? '') ? documented : 'string';
  // Country codes stand in a list within the list, as “numbers”.
  const values = (schema.enum ?? []).flat().filter((one) => one !== null && one !== '');
  const type = values.some((one) => Number.isNaN(Number(one))) ? 'string' : own;
  if (type === 'string' && values.length > 0) return { enum: values.map(String) };
  if (type !== 'boolean' && values.length > 0)
    return { type, enum: values.map(Number) } as JsonSchema;
  if (format === 'binary') return { format: 'file' };
  const known = ['date-time', 'email'].includes(format ?? '') ? { format } : {};
  // Without a type it is a text.
  return { ...(type === 'string' ? {} : { type }), ...known, ...limits(schema) } as JsonSchema;
};

/** An object’s members, and the required ones among them that a form cannot show. */
interface Members {
  schema: JsonSchema;
  unsaid: string[];
}

/** Whether a form can show all that an object needs, and something of it. */
const isWhole = ({ schema, unsaid }: Members): boolean =>
  unsaid.length === 0 && Object.keys(schema.properties ?? {}).length > 0;

const arrayOf = (items: Schema | undefined, place: Place): JsonSchema | undefined => {
  if (place.isRow) return undefined;
  const { schema, seen } = flatten(items, place.resolve, place.seen);
  if (!schema.properties)
    return schema.type === 'object' || schema.type === 'array' || schema.items
      ? undefined
      : { type: 'array', items: scalarOf(schema) };
  const row = membersOf(schema, { ...place, seen, isRow: true, depth: place.depth + 1 });
  return isWhole(row) ? { type: 'array', items: row.schema } : undefined;
};

/** A free object as key and value, if its values are plain. */
const dictOf = ({ additionalProperties }: Schema, { isRow, depth }: Place) => {
  const values = typeof additionalProperties === 'object' ? additionalProperties : {};
  const isPlain =
    !values.$ref && (values.type === undefined ? !values.properties : scalars.has(values.type));
  return isRow || depth > 0 || !isPlain ? undefined : { type: 'object', dict: true };
};

/** A member of a form; undefined if a form cannot show it. */
export const inputOf = (
  name: string,
  documented: Schema | undefined,
  place: Place,
): JsonSchema | undefined => {
  const { schema: found, seen } = flatten(documented, place.resolve, place.seen);
  const schema = textOf(found) ?? found;
  const description = documented?.description ?? schema.description;
  const words = labelled(name, { ...schema, description });
  if (schema.properties && !schema.items) {
    const section = membersOf(schema, { ...place, seen, depth: place.depth + 1 });
    return place.depth < deepest && isWhole(section) ? section.schema : undefined;
  }
  const shown =
    schema.items || schema.type === 'array'
      ? arrayOf(schema.items, { ...place, seen })
      : schema.type === 'object'
        ? dictOf(schema, place)
        : scalarOf(schema);
  return shown && { ...shown, ...words };
};

const requiredIn = ({ required }: Schema): string[] =>
  Array.isArray(required) ? required.map(String) : [];

interface Member {
  /** Undefined if a form cannot show it. */
  schema: JsonSchema | undefined;
  unsaid: string[];
}

/** A required member. What is required of a section must be there only if the section must. */
const requiredOf = (name: string, one: Schema, place: Place, isNeeded: boolean): Member => {
  const { schema, seen } = flatten(one, place.resolve, place.seen);
  if (isNeeded && schema.properties && !schema.items && place.depth < deepest) {
    const section = membersOf(schema, { ...place, seen, depth: place.depth + 1 }, true);
    if (Object.keys(section.schema.properties ?? {}).length === 0)
      return { schema: undefined, unsaid: [name] };
    return { ...section, unsaid: section.unsaid.map((member) => `${name}.${member}`) };
  }
  const shown = inputOf(name, one, place);
  return { schema: shown, unsaid: shown ? [] : [name] };
};

/** The members of an object, required ones first, as people fill in forms. */
export const membersOf = (schema: Schema, place: Place, isNeeded = false): Members => {
  const required = new Set(requiredIn(schema));
  const unsaid: string[] = [];
  const needed: [string, JsonSchema][] = [];
  const optional: [string, JsonSchema][] = [];
  for (const [name, one] of Object.entries(schema.properties ?? {})) {
    if (required.has(name)) {
      const member = requiredOf(name, one, place, isNeeded);
      unsaid.push(...member.unsaid);
      if (member.schema) needed.push([name, member.schema]);
    } else if (!one.deprecated) {
      const shown = inputOf(name, one, place);
      if (shown) optional.push([name, shown]);
    }
  }
  const names = isNeeded ? needed.map(([name]) => name) : [];
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries([...needed, ...optional]),
      ...(names.length > 0 ? { required: names } : {}),
    },
    unsaid,
  };
};
