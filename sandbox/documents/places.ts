/** Where in an answer the record or the list stands. */
import type { Schema } from './schema.ts';

/** The names of the members that lead to it; none for the answer itself. */
export type Path = string[];

const objectsIn = ({ properties = {} }: Schema): [string, Schema][] =>
  Object.entries(properties).filter(([, one]) => one.properties !== undefined);

const isList = ({ type, items }: Schema): boolean =>
  type === 'array' && items?.properties !== undefined;

/**
 * The list of an answer: itself, the member that is called as the path, or the first; what a record holds is none.
 * @param name the last word of the path
 */
export function listPath(schema: Schema, name: string, depth = 0): Path | undefined {
  if (isList(schema)) return [];
  if (hasId(schema, '_id')) return undefined;
  const lists = Object.entries(schema.properties ?? {}).filter(([, one]) => isList(one));
  const [found] = lists.find(([member]) => member === name) ?? lists[0] ?? [];
  if (found) return [found];
  if (depth > 1) return undefined;
  for (const [member, one] of objectsIn(schema)) {
    const deeper = listPath(one, name, depth + 1);
    if (deeper) return [member, ...deeper];
  }
  return undefined;
}

const hasId = ({ properties = {} }: Schema, idName: string): boolean =>
  ['_id', 'id', idName].some((name) => name in properties);

/** The record of an answer: what has its ID; the only object in it; else the answer itself. */
export function recordPath(schema: Schema, idName: string): Path {
  if (hasId(schema, idName)) return [];
  const objects = objectsIn(schema);
  for (const [member, one] of objects) {
    if (hasId(one, idName)) return [member];
    const deeper = objectsIn(one).find(([, inner]) => hasId(inner, idName));
    if (deeper) return [member, deeper[0]];
  }
  const [only] = objects;
  const isWrapper = only && Object.keys(schema.properties ?? {}).length <= 3;
  return isWrapper && objects.length === 1 ? [only[0]] : [];
}

/** The schema at a place. */
export const schemaAt = (schema: Schema, [name, ...rest]: Path): Schema =>
  name === undefined ? schema : schemaAt(schema.properties?.[name] ?? {}, rest);

/** An answer with something else at a place. */
export const putAt = (answer: unknown, [name, ...rest]: Path, value: unknown): unknown => {
  if (name === undefined) return value;
  const known = answer as Record<string, unknown>;
  return { ...known, [name]: putAt(known[name], rest, value) };
};
