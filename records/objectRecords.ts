import * as zod from 'zod';
import { listIn } from '../lib/api/answers.ts';
import { cached } from '../lib/cache.ts';
import { record } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import type { JsonObject } from '../lib/values.ts';
import { refuse } from '../lib/zapier.ts';

/** Where the records of an object are read: page by page under `many`, and one by its id under `one`. */
interface Source {
  list: string;
  many: string;
  read: string;
  one: string;
  ask: (locationId: string, page: number) => JsonObject;
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
    // This list alone says location_id (api#opportunity-query).
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

const schemaOf = (objectKey: string): JsonObject =>
  sourceOf(objectKey) === custom ? { schemaKey: objectKey } : {};

const listed = (noun: string, many: string) => record({ noun, many, sample: { id: 'x1' } });

/** Where the objects themselves are listed. */
export const objectsRoute = 'GET /objects/';

/** The routes by which records are listed for a dropdown, or read one by one for their names. */
export const recordRoutes = [
  objectsRoute,
  ...[...Object.values(standard), custom].flatMap(({ list, read }) => [list, read]),
];

const namingEntry = { name: 'naming-properties', shape: zod.record(zod.string(), zod.string()) };

/** The property that HighLevel shows as a record's name: the end of `custom_objects.pet.name`; kept for five minutes. */
const namingProperties = (run: Run): Promise<Record<string, string>> =>
  cached(run.cache, namingEntry, async () => {
    const answer = await run.call(objectsRoute, { locationId: run.locationId });
    return Object.fromEntries(
      listIn(answer, listed('object', 'objects')).map(({ key, primaryDisplayProperty }) => [
        String(key),
        String(primaryDisplayProperty ?? '')
          .split('.')
          .at(-1) ?? '',
      ]),
    );
  });

const nameOf = (raw: JsonObject, property: string | undefined): string => {
  const { contactName, firstName, lastName, name, companyName, email, phone } = raw;
  const properties = (raw.properties ?? {}) as JsonObject;
  // The contact search writes contactName in lower case (api#contact-in-the-search).
  const person = [firstName, lastName].filter(Boolean).join(' ') || contactName;
  const main =
    person ||
    name ||
    (property && properties[property]) ||
    Object.values(properties).find((value) => typeof value === 'string') ||
    companyName;
  return [main, person ? email || phone : undefined].filter(Boolean).join(' · ') || String(raw.id);
};

const propertyOf = async (run: Run, objectKey: string): Promise<string | undefined> =>
  sourceOf(objectKey) === custom ? (await namingProperties(run))[objectKey] : undefined;

/**
 * A page of an object's records as choices of a dropdown.
 * @param objectKey `contact`, `opportunity`, `business` or `custom_objects.…`
 */
export const recordChoices = async (
  run: Run,
  objectKey: unknown,
): Promise<{ id: string; name: string }[]> => {
  if (typeof objectKey !== 'string' || objectKey === '') {
    refuse('Choose the object or the association above first.');
  }
  const { list, many, ask } = sourceOf(objectKey);
  const page = ask(run.locationId, run.bundle.meta.page ?? 0);
  const answer = await run.call(list, { ...schemaOf(objectKey), ...page });
  const records = listIn(answer, listed('record', many));
  const property = await propertyOf(run, objectKey);
  return records
    .map((raw): JsonObject => ({ ...raw, id: String(raw.id ?? raw._id) }))
    .map((raw) => ({ id: String(raw.id), name: nameOf(raw, property) }));
};

/** The name of one record; its id where it cannot be read. */
export const recordName = async (run: Run, objectKey: string, id: string): Promise<string> => {
  try {
    const { read, one } = sourceOf(objectKey);
    const answer = (await run.call(read, { ...schemaOf(objectKey), id })) as JsonObject;
    return nameOf(
      { id, ...((answer[one] ?? answer) as JsonObject) },
      await propertyOf(run, objectKey),
    );
  } catch {
    return id;
  }
};
