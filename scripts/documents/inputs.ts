/** The form of an endpoint as a JSON schema, in the words that lib/form takes (`label`, `helpText`, `dynamic`, `group`). */
import type { JsonSchema } from '../../lib/form/schema.ts';
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
  const { type = 'string', format } = schema;
  const values = (schema.enum ?? []).filter((one) => one !== null && one !== '');
  // Zapier’s choices are texts: a number or a switch with an enum keeps its type and names the values.
  if (type === 'string' && values.length > 0) return { enum: values.map(String) };
  if (format === 'binary') return { format: 'file' };
  const known = ['date-time', 'email'].includes(format ?? '') ? { format } : {};
  // Without a type it is a text.
  return { ...(type === 'string' ? {} : { type }), ...known, ...limits(schema) } as JsonSchema;
};

/** Whether a form can show it; what it cannot is left to “More Fields”. */
const isShown = (schema: JsonSchema | undefined): schema is JsonSchema => schema !== undefined;

const arrayOf = (items: Schema | undefined, place: Place): JsonSchema | undefined => {
  const { schema, seen } = flatten(items, place.resolve, place.seen);
  if (schema.properties) {
    if (place.isRow) return undefined;
    const row = membersOf(schema, { ...place, seen, isRow: true, depth: place.depth + 1 });
    return Object.keys(row.properties ?? {}).length > 0 ? { type: 'array', items: row } : undefined;
  }
  const isPlain = scalars.has(schema.type ?? 'string') && !place.isRow;
  return isPlain ? { type: 'array', items: scalarOf(schema) } : undefined;
};

/** A member of a form; undefined if a form cannot show it. */
export const inputOf = (
  name: string,
  documented: Schema | undefined,
  place: Place,
): JsonSchema | undefined => {
  const { schema, seen } = flatten(documented, place.resolve, place.seen);
  const words = labelled(name, {
    ...schema,
    description: documented?.description ?? schema.description,
  });
  if (schema.type === 'array' || schema.items) {
    const list = arrayOf(schema.items, { ...place, seen });
    return list && { ...list, ...words };
  }
  if (schema.properties) {
    if (place.depth >= deepest) return undefined;
    const section = membersOf(schema, { ...place, seen, depth: place.depth + 1 });
    if (Object.keys(section.properties ?? {}).length === 0) return undefined;
    return section;
  }
  if (schema.type === 'object')
    return place.isRow || place.depth > 0 ? undefined : { type: 'object', dict: true, ...words };
  return { ...scalarOf(schema), ...words };
};

const requiredIn = ({ required }: Schema): string[] =>
  Array.isArray(required) ? required.map(String) : [];

/** The members of an object. What is required of it counts only if the object itself must be there. */
export const membersOf = (schema: Schema, place: Place, isNeeded = false): JsonSchema => {
  const required = new Set(requiredIn(schema));
  const members = Object.entries(schema.properties ?? {})
    .filter(([, one]) => !one.deprecated)
    .map(([name, one]): [string, JsonSchema | undefined] => {
      const part = flatten(one, place.resolve, place.seen);
      const isObject = part.schema.properties !== undefined && part.schema.type !== 'array';
      if (isObject && isNeeded && required.has(name) && place.depth < deepest) {
        const within = { ...place, seen: part.seen, depth: place.depth + 1 };
        const section = membersOf(part.schema, within, true);
        return [name, section];
      }
      return [name, inputOf(name, one, place)];
    })
    .filter((pair): pair is [string, JsonSchema] => isShown(pair[1]));
  const shown = new Set(members.map(([name]) => name));
  const needed = isNeeded ? [...required].filter((name) => shown.has(name)) : [];
  // Required ones first, as people fill in forms.
  const ordered = [
    ...members.filter(([name]) => needed.includes(name)),
    ...members.filter(([name]) => !needed.includes(name)),
  ];
  return {
    type: 'object',
    properties: Object.fromEntries(ordered),
    ...(needed.length > 0 ? { required: needed } : {}),
  };
};
