import { asObject, isObject, type JsonObject, objectsIn } from '../values.ts';
import { HighLevelError } from './errors.ts';

/** Where an answer holds a kind of record. */
export interface Shape {
  /** Lower case, singular: “contact”. Used in messages. */
  noun: string;
  /** Keys under which an answer may wrap one record; without any of them the answer itself is the record. */
  one: string[];
  /** Keys under which an answer may hold a list. */
  many: string[];
  sample: JsonObject;
}

const hasId = (value: unknown): boolean => isObject(value) && Boolean(value.id ?? value._id);

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

const holdsIds = (part: unknown): boolean => [part].flat().some(hasId);

/** A part of an answer under a name that nobody knows yet, if only one part can be meant. */
const onlyPart = (body: JsonObject, fits: (part: unknown) => boolean): unknown => {
  const parts = Object.values(body).filter(fits);
  return parts.length === 1 ? parts[0] : undefined;
};

/** Whether an answer is a wrapper under unknown names: it has no id, and nothing that the record has. */
const isUnknownWrapper = (body: JsonObject, { sample }: Shape): boolean =>
  !hasId(body) && !Object.keys(sample).some((key) => key in body);

/**
 * The one record of an answer, out of whichever wrapper it came in. A list if the answer holds one, since some
 * endpoints answer a list of one where the documents show a record; empty if the wrapper holds null.
 */
const unwrap = (answer: unknown, shape: Shape): JsonObject[] => {
  if (isList(answer)) return objectsIn(answer);
  const body = asObject(answer);
  const key = shape.one.find((name) => name in body);
  if (key !== undefined) return [body[key]].flat().filter(isObject);
  const isWrapper = isUnknownWrapper(body, shape) || (shape.one.length > 0 && !hasId(body));
  if (isWrapper && 'data' in body) return unwrap(body.data, shape);
  const inner = isWrapper ? onlyPart(body, holdsIds) : undefined;
  return [inner ?? body].flat().filter(isObject);
};

/** The one record of an answer; undefined if it holds none. */
export const recordIn = (answer: unknown, shape: Shape): JsonObject | undefined =>
  unwrap(answer, shape)[0];

/** What to throw for an answer that does not hold what was asked for. */
export const unreadable = (what: string, traceId?: unknown): HighLevelError =>
  new HighLevelError('unavailable', `HighLevel’s answer contained no ${what}.`, {
    traceId: traceId ? String(traceId) : undefined,
  });

const findList = (body: JsonObject, shape: Shape): unknown[] | undefined =>
  [...shape.many, 'data', 'items', 'results'].map((name) => body[name]).find(isList) ??
  (isObject(body.data) ? findList(body.data, shape) : undefined) ??
  // What has an id is one record, and a list in it is not that of the records.
  (hasId(body)
    ? undefined
    : (onlyPart(body, (part) => isList(part) && part.some(hasId)) as unknown[] | undefined));

/**
 * The list of an answer; its one record if the type states `one` too, since documents and API differ there.
 * Throws if there is no list: an empty one would say that all records are gone.
 */
export const listIn = (answer: unknown, shape: Shape): JsonObject[] => {
  const body = asObject(answer);
  const found = isList(answer) ? answer : findList(body, shape);
  if (found) return found.filter(isObject);
  const isNamed = shape.many.some((name) => name in body);
  if (shape.one.length > 0 && !isNamed) return unwrap(answer, shape).filter(hasId);
  throw unreadable(`${shape.noun} list`, body.traceId);
};

/** What a read found: the list, or the one record; none if the answer says nothing but its trace. */
export const recordsIn = (answer: unknown, shape: Shape): JsonObject[] =>
  shape.many.length > 0
    ? listIn(answer, shape)
    : unwrap(answer, shape).filter((body) => Object.keys(body).some((key) => key !== 'traceId'));

/** How many records the list of an answer holds in all; undefined if it does not say. */
export const totalIn = (answer: unknown): unknown => {
  const { total, meta } = asObject(answer);
  return total ?? asObject(meta).total;
};
