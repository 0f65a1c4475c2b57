import type { Bundle, ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { cached, locationOf } from '../lib/connection.ts';
import { halted } from '../lib/halted.ts';
import type { Fields } from '../lib/inputFields.ts';
import { manyOf } from '../lib/operation.ts';
import { type Raw, record } from '../lib/record.ts';
import { call } from '../lib/request.ts';
import { nextStep } from '../middleware.ts';

interface Caller {
  z: ZObject;
  bundle: Bundle;
}

/** Where the records of an object are read: page by page under `many`, and one by its id under `one`. */
interface Source {
  list: string;
  many: string;
  read: string;
  one: string;
  ask: (locationId: string, page: number) => Fields;
}

const size = 100;

/** The standard objects; all others are custom objects (objects.json). */
const standard: Record<string, Source> = {
  contact: {
    list: 'POST /contacts/search',
    many: 'contacts',
    read: 'GET /contacts/{id}',
    one: 'contact',
    ask: (locationId, page) => ({ locationId, page: page + 1, pageLimit: size }),
  },
  opportunity: {
    list: 'GET /opportunities/search',
    many: 'opportunities',
    read: 'GET /opportunities/{id}',
    one: 'opportunity',
    // This list alone says location_id (reality d.0 ⚡5).
    ask: (location_id, page) => ({ location_id, page: page + 1, limit: size }),
  },
  business: {
    list: 'GET /businesses/',
    many: 'businesses',
    read: 'GET /businesses/{id}',
    one: 'business',
    ask: (locationId, page) => ({ locationId, skip: page * size, limit: size }),
  },
};

/** Records of custom objects; the document requires `query` and `searchAfter` even where they are empty. */
const custom: Source = {
  list: 'POST /objects/{schemaKey}/records/search',
  many: 'records',
  read: 'GET /objects/{schemaKey}/records/{id}',
  one: 'record',
  ask: (locationId, page) => ({
    locationId,
    page: page + 1,
    pageLimit: size,
    query: '',
    searchAfter: [],
  }),
};

const sourceOf = (objectKey: string): Source =>
  (Object.hasOwn(standard, objectKey) ? standard[objectKey] : undefined) ?? custom;

const schemaOf = (objectKey: string): Fields =>
  sourceOf(objectKey) === custom ? { schemaKey: objectKey } : {};

const listed = (noun: string, many: string) => record({ noun, many, sample: { id: 'x1' } });

/** Where the objects themselves are listed. */
export const objectsRoute = 'GET /objects/';

/** The routes by which records are listed for a dropdown, or read one by one for their names. */
export const recordRoutes = [
  objectsRoute,
  ...[...Object.values(standard), custom].flatMap(({ list, read }) => [list, read]),
];

/** The property that HighLevel shows as a record's name: the end of `custom_objects.pet.name`; kept for five minutes. */
const namingProperties = (caller: Caller): Promise<Record<string, string>> =>
  cached(caller, 'naming-properties', zod.record(zod.string(), zod.string()), 300, async () => {
    const answer = await call(caller, objectsRoute, { locationId: locationOf(caller.bundle) });
    return Object.fromEntries(
      manyOf(answer, listed('object', 'objects')).map(({ key, primaryDisplayProperty }) => [
        String(key),
        String(primaryDisplayProperty ?? '')
          .split('.')
          .at(-1) ?? '',
      ]),
    );
  });

const nameOf = (raw: Raw, property: string | undefined): string => {
  const { contactName, firstName, lastName, name, companyName, email, phone } = raw;
  const properties = (raw.properties ?? {}) as Raw;
  // The contact search writes contactName in lower case (reality d.3).
  const person = [firstName, lastName].filter(Boolean).join(' ') || contactName;
  const main =
    person ||
    name ||
    (property && properties[property]) ||
    Object.values(properties).find((value) => typeof value === 'string') ||
    companyName;
  return [main, person ? email || phone : undefined].filter(Boolean).join(' · ') || String(raw.id);
};

const propertyOf = async (caller: Caller, objectKey: string): Promise<string | undefined> =>
  sourceOf(objectKey) === custom ? (await namingProperties(caller))[objectKey] : undefined;

/**
 * A page of an object's records as choices of a dropdown.
 * @param objectKey `contact`, `opportunity`, `business` or `custom_objects.…`
 */
export const recordChoices = async (
  caller: Caller,
  objectKey: unknown,
): Promise<{ id: string; name: string }[]> => {
  if (typeof objectKey !== 'string' || objectKey === '') {
    throw halted('Choose the object or the association above first.');
  }
  const { list, many, ask } = sourceOf(objectKey);
  const page = ask(locationOf(caller.bundle), caller.bundle.meta.page ?? 0);
  const answer = await call(caller, list, { ...schemaOf(objectKey), ...page });
  const records = manyOf(answer, listed('record', many), nextStep(caller.bundle, true));
  const property = await propertyOf(caller, objectKey);
  return records
    .map((raw): Raw => ({ ...raw, id: String(raw.id ?? raw._id) }))
    .map((raw) => ({ id: String(raw.id), name: nameOf(raw, property) }));
};

/** The name of one record; its id where it cannot be read. */
export const recordName = async (
  caller: Caller,
  objectKey: string,
  id: string,
): Promise<string> => {
  try {
    const { read, one } = sourceOf(objectKey);
    const answer = (await call(caller, read, { ...schemaOf(objectKey), id })) as Raw;
    return nameOf({ id, ...((answer[one] ?? answer) as Raw) }, await propertyOf(caller, objectKey));
  } catch {
    return id;
  }
};
