import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { optionalText, text } from '../gateway/schemas.ts';
import { properties } from '../seed/objectProperties.ts';
import { objectRecords, objects } from '../seed/objects.ts';
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
      body: zod.strictObject({
        locationId: text,
        properties: zod.record(zod.string(), zod.unknown()),
        owner: zod.array(zod.string()).max(1).optional(),
        followers: zod.array(zod.string()).max(10).optional(),
      }),
    },
    ({ path, body, location, state, now }) => {
      const { key } = objectOf(location, path.schemaKey);
      const known = propertiesOf(location, key).map(({ fieldKey }) => fieldKey.split('.').at(-1));
      const unknown = Object.keys(body.properties).filter((name) => !known.includes(name));
      // An unknown property is refused (api#writing-an-object-record).
      if (unknown.length > 0) throw fail(400, `Invalid key in properties: ${unknown.join(', ')}`);
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
      const { createdAt, updatedAt, objectKey: _, ...rest } = record;
      return { record: { ...rest, dateAdded: iso(createdAt), dateUpdated: iso(updatedAt) } };
    },
  ),
];
