import type { PlainOutputField } from 'zapier-platform-core';
import { titleOf } from '../lib/outputFields.ts';
import { momentToIso } from '../lib/time.ts';
import { asObject, idOf, isObject, type JsonObject } from '../lib/values.ts';
import type { Entry, Shape } from './digest.ts';
import { isSecret } from './secrets.ts';

type Part = string | Shape | [string | Shape];

/** A value as the documents show it: moments as ISO 8601, no secrets. */
const read = (value: unknown, part: Part | undefined): unknown => {
  if (Array.isArray(value)) {
    const item = Array.isArray(part) ? part[0] : part;
    return value.map((one) => read(one, item));
  }
  if (isObject(value)) {
    const shape = typeof part === 'object' && !Array.isArray(part) ? part : {};
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !isSecret(name))
        .map(([name, one]) => [
          name,
          read(one, Object.hasOwn(shape, name) ? shape[name] : undefined),
        ]),
    );
  }
  return part === 'd' ? (momentToIso(value) ?? value) : value;
};

const recordOf = (value: unknown, shape: Shape | undefined): JsonObject => {
  const record = asObject(read(value, shape));
  const id = idOf(record);
  return id === undefined ? record : { ...record, id: String(id) };
};

/** What an answer holds under its wrapper; the answer itself if the wrapper is missing. */
const unwrap = (answer: unknown, wrapper = ''): unknown => {
  let found = answer;
  for (const name of wrapper.split('.').filter(Boolean)) {
    if (!isObject(found) || !(name in found)) return answer;
    found = found[name];
  }
  return found;
};

/** @param name the last word of the path, which says which of several lists is meant */
const listIn = (answer: unknown, name = ''): unknown[] | undefined => {
  if (Array.isArray(answer)) return answer;
  const named = asObject(answer)[name];
  if (Array.isArray(named)) return named;
  const lists = Object.values(asObject(answer)).filter((one) => Array.isArray(one));
  return lists.length === 1 ? (lists[0] as unknown[]) : undefined;
};

/** The records of an answer that holds a list; undefined if it holds none. */
export const readList = (answer: unknown, { route, answer: { wrapper, shape } }: Entry) =>
  listIn(unwrap(answer, wrapper), route.split('/').at(-1))?.map((one) => recordOf(one, shape));

/** An answer as one record: the unwrapped one, or several as the line items `results`. */
export const readRecord = (answer: unknown, entry: Entry): JsonObject => {
  const { wrapper, isList, shape } = entry.answer;
  if (isList) {
    const results = readList(answer, entry) ?? [];
    return { count: results.length, results };
  }
  return recordOf(unwrap(answer, wrapper), shape);
};

const types: Record<string, PlainOutputField['type']> = {
  n: 'number',
  b: 'boolean',
  d: 'datetime',
};

const fieldsOf = (key: string, part: Part): PlainOutputField[] => {
  if (Array.isArray(part)) {
    const [item] = part;
    if (typeof item === 'object') return membersOf(item, `${key}[]`);
    return [{ key, label: titleOf(key), list: true }];
  }
  if (typeof part === 'object') return membersOf(part, `${key}__`);
  const type = types[part];
  return [{ key, label: titleOf(key), ...(type ? { type } : {}) }];
};

const membersOf = (shape: Shape, prefix = ''): PlainOutputField[] =>
  Object.entries(shape)
    // `__v` is the database’s own, and Zapier would take it for a member of something.
    .filter(([name]) => !isSecret(name) && !name.startsWith('__'))
    .flatMap(([name, part]) => fieldsOf(`${prefix}${name === '_id' ? 'id' : name}`, part));

/** Zapier takes 1,000 fields (zapier#run-limits). */
const mostFields = 900;

/** The labelled output fields of an endpoint’s record. */
export const outputsOf = ({ answer: { shape = {}, isList } }: Entry): PlainOutputField[] => {
  const fields = isList
    ? [{ key: 'count', label: 'Count', type: 'integer' as const }, ...membersOf(shape, 'results[]')]
    : membersOf(shape);
  const byKey = new Map(fields.map((field) => [field.key, field]));
  return [...byKey.values()].slice(0, mostFields);
};
