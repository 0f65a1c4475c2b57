/** The record that an answer holds: one of records/ if it is known, else a statement with what the document shows. */
import type { Property } from './documents.ts';

/** A record type of records/. */
export interface KnownRecord {
  /** `contactNote` */
  name: string;
  /** `notes.ts` */
  file: string;
  noun: string;
  one: string[];
  many: string[];
  /** The keys of its sample. */
  keys: string[];
}

/** Where an answer holds its record or its list, and an example of one. */
export interface Found {
  holds: 'one' | 'many';
  /** The key that wraps it; empty if the answer itself is the record. */
  wrapper: string;
  sample: Record<string, unknown>;
  /** Whether the document's record has an id. */
  hasId: boolean;
  known?: KnownRecord | undefined;
}

/** What stands beside a record and is none of it. */
const beside = /^(succe\w*|status(Code)?|message|msg|traceId|total|count|meta|new)$/;

const isNested = ({ type, properties }: Property): boolean =>
  type === 'object' || type === 'array' || properties !== undefined;

const hasId = ({ properties = {} }: Property): boolean => 'id' in properties || '_id' in properties;

/** What stands for a property that has no example of its own. */
const fallbackOf = ({ type, format, enum: choices }: Property): unknown => {
  const plain: Record<string, unknown> = { boolean: true, number: 1, integer: 1, object: {} };
  if (type && type in plain) return plain[type];
  return format === 'date-time' ? '2026-03-04T09:30:45.000Z' : (choices?.[0] ?? 'Example');
};

const exampleOf = (property: Property): unknown => {
  const { type, example, properties, items } = property;
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, exampleOf(one)]),
    );
  if (type === 'array' || items) {
    if (Array.isArray(example)) return example;
    return items ? [exampleOf(items)] : [];
  }
  const fallback = fallbackOf(property);
  // Some documents call an object a text; its example tells.
  const isRight = typeof example === typeof fallback || typeof example === 'object';
  return isRight && example !== null ? example : fallback;
};

const place = (answer: Property): { holds: Found['holds']; wrapper: string; inner: Property } => {
  const parts = Object.entries(answer.properties ?? {});
  const itself = { holds: 'one' as const, wrapper: '', inner: answer };
  if (hasId(answer)) return itself;
  const list = parts.find(([, one]) => one.type === 'array' && one.items?.properties);
  if (list) return { holds: 'many', wrapper: list[0], inner: list[1].items ?? {} };
  // Plain values of its own make the answer the record, whatever objects are in it.
  if (parts.some(([name, one]) => !isNested(one) && !beside.test(name))) return itself;
  const objects = parts.filter(([name, one]) => one.properties && !beside.test(name));
  const single = objects.find(([, one]) => hasId(one)) ?? objects[0];
  return single ? { holds: 'one', wrapper: single[0], inner: single[1] } : itself;
};

/** Where a record is looked for: what the answer says, and what the person says. */
interface Search {
  holds: Found['holds'];
  wrapper: string;
  keys: string[];
  /** Lower case: “note”. */
  noun: string;
  /** The first part of the path, singular: “contact”. */
  owner: string;
  /** What is left of a record after a delete is a record of its own. */
  isDelete: boolean;
  /** A trigger and a search look for a list under the keys of `many`. */
  isRead: boolean;
}

/** What records of all kinds have: it does not tell them apart. */
const ofAll =
  /^(id|name|type|locationId|companyId|(created|updated|deleted)(At|By)|date(Added|Updated))$/;

/**
 * The record of records/ with the same wrapper whose sample has most of the documented keys, and fewest beside them;
 * without a document the one with the same noun and owner.
 */
const knownFor = (all: KnownRecord[], search: Search): KnownRecord | undefined => {
  const { holds, wrapper, keys, noun, owner, isDelete, isRead } = search;
  const records = all.filter(
    ({ name, one, many }) =>
      (isDelete || !name.startsWith('deleted')) &&
      !(isRead && holds === 'one' && one.length === 0 && many.length > 0),
  );
  if (keys.length === 0)
    return records.find(
      (one) => one.noun === noun && one[holds].length > 0 && one.name.startsWith(owner),
    );
  const shared = ({ keys: own }: KnownRecord) => own.filter((key) => keys.includes(key));
  const [best] = records
    .filter((one) => (wrapper === '' ? one[holds].length === 0 : one[holds].includes(wrapper)))
    .sort((a, b) => shared(b).length - shared(a).length || a.keys.length - b.keys.length);
  const found = best ? shared(best) : [];
  const isTelling = found.some((key) => !ofAll.test(key));
  return isTelling && found.length > 2 && found.length >= keys.length / 2 ? best : undefined;
};

/**
 * Finds the record in a documented answer.
 * @param records those that records/ has
 * @param names what to look for if there is no document
 */
export const recordIn = (
  answer: Property,
  records: KnownRecord[],
  names: Pick<Search, 'noun' | 'owner' | 'isDelete' | 'isRead'> & { isList: boolean },
): Found => {
  const isDescribed = answer.properties !== undefined;
  const { wrapper, inner, ...found } = place(answer);
  const holds = !isDescribed && names.isList ? 'many' : found.holds;
  const properties = Object.entries(inner.properties ?? {});
  const sample = Object.fromEntries(
    properties.filter(([name]) => name !== '_id').map(([name, one]) => [name, exampleOf(one)]),
  );
  const keys = properties.map(([name]) => (name === '_id' ? 'id' : name));
  return {
    holds,
    wrapper,
    sample: { id: 'ocQHyuzHvysMo5N5VsXc', ...sample },
    hasId: hasId(inner) || !isDescribed,
    known: knownFor(records, { ...names, holds, wrapper, keys }),
  };
};
