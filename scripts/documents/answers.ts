/** What an endpoint answers: which members, under which wrapper, and whether that is a list. */
import { type Documented, flatten, type Schema } from './openApi.ts';

/** What a record of an answer has: the type of each member (`s` text, `n` number, `b` switch, `d` moment), or its own members. */
export type Shape = { [member: string]: string | Shape | [string | Shape] };

export interface Answer {
  /** The member that holds the record or the list. */
  wrapper?: string;
  isList?: boolean;
  shape?: Shape;
}

const deepest = 3;

const letterOf = ({ type, format }: Schema): string => {
  if (type === 'number' || type === 'integer') return 'n';
  if (type === 'boolean') return 'b';
  return format === 'date-time' ? 'd' : 's';
};

type Resolve = Documented['resolve'];

const partOf = (
  one: Schema | undefined,
  resolve: Resolve,
  seen: readonly string[],
  depth: number,
): string | Shape | [string | Shape] => {
  const found = flatten(one, resolve, seen);
  const { schema } = found;
  if (schema.type === 'array' || schema.items)
    return [partOf(schema.items, resolve, found.seen, depth + 1) as string | Shape];
  if (!schema.properties) return letterOf(schema);
  return depth > deepest ? 's' : shapeOf(schema, resolve, found.seen, depth);
};

const shapeOf = (schema: Schema, resolve: Resolve, seen: readonly string[], depth = 1): Shape =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, one]) => [
      name,
      partOf(one, resolve, seen, depth + 1),
    ]),
  );

/** Members of an answer that are no part of its record. */
const besides =
  /^(traceId|success|succede?d|succeeded|message|msg|meta|total|totalCount|count|statusCode|status|ok|hasMore|nextPage|pagination|page|limit|offset|skip|currentPage|totalPages|aggregations|error|errors)$/i;

const isObject = ({ properties }: Schema): boolean => properties !== undefined;

/** The record or the list of an answer: itself, or its only member that holds either. */
export const readAnswer = ({ operation, resolve }: Documented): Answer => {
  const response = ['200', '201', '202', '203', '204']
    .map((status) => operation.responses[status])
    .find((one) => one?.content);
  const documented = Object.values(response?.content ?? {}).find(({ schema }) => schema)?.schema;
  if (!documented) return {};
  const { schema, seen } = flatten(documented, resolve);
  const listOf = (items: Schema | undefined, wrapper?: string): Answer => {
    const row = flatten(items, resolve, seen);
    const shape = isObject(row.schema) ? shapeOf(row.schema, resolve, row.seen) : undefined;
    return { ...(wrapper ? { wrapper } : {}), isList: true, ...(shape ? { shape } : {}) };
  };
  if (schema.type === 'array') return listOf(schema.items);
  const members = Object.entries(schema.properties ?? {})
    .filter(([name]) => !besides.test(name))
    .map(([name, one]) => ({ name, ...flatten(one, resolve, seen) }));
  const lists = members.filter((one) => one.schema.type === 'array');
  const objects = members.filter((one) => isObject(one.schema));
  const plain = members.length - lists.length - objects.length;
  const [list] = lists;
  if (list && lists.length === 1 && plain === 0 && objects.length === 0)
    return listOf(list.schema.items, list.name);
  const [inner] = objects;
  if (inner && objects.length === 1 && members.length === 1) {
    // A wrapper within a wrapper: `{ data: { items: […] } }`.
    const within = Object.entries(inner.schema.properties ?? {}).filter(
      ([name]) => !besides.test(name),
    );
    const [only] = within.map(([name, one]) => ({ name, ...flatten(one, resolve, inner.seen) }));
    if (only && within.length === 1 && only.schema.type === 'array')
      return { ...listOf(only.schema.items), wrapper: `${inner.name}.${only.name}` };
    return { wrapper: inner.name, shape: shapeOf(inner.schema, resolve, inner.seen) };
  }
  return Object.keys(schema.properties ?? {}).length > 0
    ? { shape: shapeOf(schema, resolve, seen) }
    : {};
};
