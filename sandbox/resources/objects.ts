import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { located, text } from '../gateway/schemas.ts';
import { type Business, businesses } from '../seed/businesses.ts';
import { type ObjectRecord, objectRecords, objects } from '../seed/objects.ts';
import type { Location } from '../state/state.ts';
import { existing, iso, pageOf } from './records.ts';

const version = '2021-07-28' as const;

/** Record search reaches no further (api#object-search-ceiling). */
const REACH = 10_000;

const by = { channel: 'OAUTH', source: 'WEB_USER', sourceId: 'sandbox' };

const ofBusiness = ({ id, createdAt, updatedAt, locationId: _, ...rest }: Business) => ({
  id,
  objectKey: 'business',
  owner: [],
  followers: [],
  properties: rest,
  createdAt: Date.parse(createdAt),
  updatedAt: Date.parse(updatedAt),
});

/** Custom objects, and businesses as the object "business" (api#business-as-object); no others. */
function recordsOf(location: Location, schemaKey: string): ObjectRecord[] {
  if (schemaKey === 'business') return [...businesses(location).values()].map(ofBusiness);
  const known = [...objects(location).values()].some(
    ({ key, standard }) => key === schemaKey && !standard,
  );
  if (!known) throw fail(400, `Object with key ${schemaKey} not found`);
  return [...objectRecords(location).values()].filter(({ objectKey }) => objectKey === schemaKey);
}

export const objectEndpoints = [
  endpoint(
    'GET /objects/',
    {
      version,
      scopes: ['objects/schema.readonly'],
      query: located,
    },
    ({ location }) => ({ objects: [...objects(location).values()] }),
  ),

  /**
   * The document requires `query` and `searchAfter`; a cursor that is not empty is refused (api#object-search-cursor).
   */
  endpoint(
    'POST /objects/{schemaKey}/records/search',
    {
      version,
      scopes: ['objects/record.readonly'],
      body: zod.strictObject({
        locationId: text,
        page: zod.number().int().min(1),
        pageLimit: zod.number().int().min(1).max(100),
        query: zod.string(),
        searchAfter: zod.array(zod.string()),
        sort: zod
          .array(
            zod.strictObject({
              field: zod.enum(['createdAt', 'updatedAt']),
              direction: zod.enum(['asc', 'desc']),
            }),
          )
          .max(2)
          .default([]),
      }),
    },
    ({ path, body: { page, pageLimit, query, searchAfter, sort }, location }) => {
      if (searchAfter.length > 0 || page * pageLimit > REACH) {
        throw fail(400, 'Invalid request body');
      }
      const wanted = query.split(':').at(-1)?.toLowerCase() ?? '';
      const found = recordsOf(location, path.schemaKey).filter(({ properties }) =>
        JSON.stringify(properties).toLowerCase().includes(wanted),
      );
      for (const { field, direction } of sort.toReversed())
        found.sort((a, b) => (direction === 'desc' ? b[field] - a[field] : a[field] - b[field]));
      const objectId = [...objects(location).values()].find(
        ({ key }) => key === path.schemaKey,
      )?.id;
      return {
        records: pageOf(found, (page - 1) * pageLimit, pageLimit).map((record) =>
          foundRecord(record, location, objectId),
        ),
        total: found.length,
      };
    },
  ),

  /** Dates have other names than in the search; relations are not there (api#single-object-record). */
  endpoint(
    'GET /objects/{schemaKey}/records/{id}',
    { version, scopes: ['objects/record.readonly'] },
    ({ path, location }) => {
      const found = existing(
        recordsOf(location, path.schemaKey).find(({ id }) => id === path.id),
        'Record',
        path.id,
      );
      const { createdAt, updatedAt, objectKey: _, ...rest } = found;
      return { record: { ...rest, dateAdded: iso(createdAt), dateUpdated: iso(updatedAt) } };
    },
  ),
];

function foundRecord(record: ObjectRecord, location: Location, objectId: string | undefined) {
  const { createdAt, updatedAt, ...rest } = record;
  return {
    ...rest,
    locationId: location.id,
    objectId,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    createdBy: { ...by, createdAt: iso(createdAt) },
    lastUpdatedBy: { ...by, createdAt: iso(updatedAt) },
    searchAfter: [updatedAt, rest.id],
  };
}
