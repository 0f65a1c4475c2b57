import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { located, optionalText, text } from '../gateway/schemas.ts';
import { properties } from '../seed/objectProperties.ts';
import { type ObjectRecord, objectRecords, objects } from '../seed/objects.ts';
import type { Location } from '../state/state.ts';
import { existing, iso } from './records.ts';

const version = '2021-07-28' as const;

const objectOf = (location: Location, objectKey: string) =>
  existing(
    [...objects(location).values()].find(({ key, id }) => key === objectKey || id === objectKey),
    'Object',
    objectKey,
  );

const propertiesOf = (location: Location, objectKey: string) =>
  [...properties(location).values()].filter((one) => one.objectKey === objectKey);

/** An unknown property is refused (api#writing-an-object-record). */
function checkProperties(location: Location, key: string, sent: object): void {
  const known = propertiesOf(location, key).map(({ fieldKey }) => fieldKey.split('.').at(-1));
  const unknown = Object.keys(sent).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw fail(400, `Invalid key in properties: ${unknown.join(', ')}`);
}

const recordOf = (location: Location, key: string, id: string): ObjectRecord => {
  const found = objectRecords(location).get(id);
  return existing(found?.objectKey === key ? found : undefined, 'Record', id);
};

const written = ({ createdAt, updatedAt, objectKey: _, ...rest }: ObjectRecord) => ({
  ...rest,
  dateAdded: iso(createdAt),
  dateUpdated: iso(updatedAt),
});

const content = {
  properties: zod.record(zod.string(), zod.unknown()),
  owner: zod.array(zod.string()).max(1).optional(),
  followers: zod.array(zod.string()).max(10).optional(),
};

/** One object with its properties, and records of custom objects (objects.json). */
export const objectWrites = [
  endpoint(
    'GET /objects/{key}',
    {
      version,
      scopes: ['objects/schema.readonly'],
      query: zod.strictObject({ locationId: text, fetchProperties: optionalText }),
    },
    ({ path, query, location }) => {
      const object = objectOf(location, path.key);
      const isFull = query.fetchProperties === 'true';
      return {
        object,
        cache: false,
        fields: isFull ? propertiesOf(location, object.key) : [],
      };
    },
  ),

  /** The document leaves the body empty; other apps send these (api#writing-an-object-record). */
  endpoint(
    'POST /objects/{schemaKey}/records',
    {
      version,
      scopes: ['objects/record.write'],
      status: 201,
      body: zod.strictObject({ locationId: text, ...content }),
    },
    ({ path, body, location, state, now }) => {
      const { key } = objectOf(location, path.schemaKey);
      checkProperties(location, key, body.properties);
      const record = {
        id: state.newId('hex'),
        objectKey: key,
        owner: body.owner ?? [],
        followers: body.followers ?? [],
        properties: body.properties,
        createdAt: now,
        updatedAt: now,
      };
      objectRecords(location).set(record.id, record);
      return { record: written(record) };
    },
  ),

  /**
   * The sub-account stands in the query (api#writing-an-object-record). What is not sent stays; nobody has told of
   * anything else.
   */
  endpoint(
    'PUT /objects/{schemaKey}/records/{id}',
    {
      version,
      scopes: ['objects/record.write'],
      query: located,
      body: zod.strictObject({ ...content, properties: content.properties.default({}) }),
    },
    ({ path, body, location, now }) => {
      const { key } = objectOf(location, path.schemaKey);
      checkProperties(location, key, body.properties);
      const known = recordOf(location, key, path.id);
      const { owner = known.owner, followers = known.followers } = body;
      const properties = { ...known.properties, ...body.properties };
      const record = { ...known, owner, followers, properties, updatedAt: now };
      objectRecords(location).set(record.id, record);
      return { record: written(record) };
    },
  ),

  endpoint(
    'DELETE /objects/{schemaKey}/records/{id}',
    { version, scopes: ['objects/record.write'] },
    ({ path, location }) => {
      const { id } = recordOf(location, objectOf(location, path.schemaKey).key, path.id);
      objectRecords(location).delete(id);
      return { id, success: true };
    },
  ),
];
