import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { limit, skip, text } from '../gateway/schemas.ts';
import {
  type Association,
  associations as associationsOf,
  relations as relationsOf,
} from '../seed/associations.ts';
import { objects } from '../seed/objects.ts';
import type { Location } from '../state/state.ts';

const version = '2021-07-28' as const;
const reading = { version, scopes: ['associations.readonly'] };
const writing = { version, scopes: ['associations.write'] };
const located = zod.strictObject({ locationId: text });

function associationOf(location: Location, id: string): Association {
  const found = associationsOf(location).get(id);
  if (!found) throw fail(400, `Association with id ${id} not found`);
  return found;
}

export const associations = [
  /** A list, where the document shows one object. */
  endpoint(
    'GET /associations/',
    { ...reading, query: located.extend({ skip, limit: limit(100, 100) }) },
    ({ query, location }) => {
      const all = [...associationsOf(location).values()];
      return {
        associations: all.slice(query.skip, query.skip + query.limit),
        total: all.length,
        skip: query.skip,
        limit: query.limit,
      };
    },
  ),

  endpoint('GET /associations/{associationId}', reading, ({ path, location }) =>
    associationOf(location, path.associationId),
  ),

  endpoint(
    'GET /associations/key/{key_name}',
    { ...reading, query: located },
    ({ path, location }) => {
      const found = [...associationsOf(location).values()].find(({ key }) => key === path.key_name);
      if (!found) throw fail(400, `Association with key ${path.key_name} not found`);
      return found;
    },
  ),

  /** A list again, where the document shows one object: an object can have several. */
  endpoint(
    'GET /associations/objectKey/{objectKey}',
    { ...reading, query: located.partial() },
    ({ path, location }) => ({
      associations: [...associationsOf(location).values()].filter(
        ({ firstObjectKey, secondObjectKey }) =>
          firstObjectKey === path.objectKey || secondObjectKey === path.objectKey,
      ),
    }),
  ),

  endpoint(
    'POST /associations/',
    {
      ...writing,
      status: 201,
      body: located.extend({
        key: text,
        firstObjectLabel: text,
        firstObjectKey: text,
        secondObjectLabel: text,
        secondObjectKey: text,
      }),
    },
    ({ body, location, state }) => {
      const known = new Set([...objects(location).values()].map(({ key }) => key));
      const unknown = [body.firstObjectKey, body.secondObjectKey].find((key) => !known.has(key));
      if (unknown) throw fail(400, `Object with key ${unknown} not found`);
      if ([...associationsOf(location).values()].some(({ key }) => key === body.key)) {
        throw fail(400, `Association with key ${body.key} already exists`);
      }
      const made: Association = {
        id: state.newId('hex'),
        ...body,
        associationType: 'USER_DEFINED',
        firstObjectToSecondObjectCardinality: 'MANY_TO_MANY',
        secondObjectToFirstObjectCardinality: 'MANY_TO_MANY',
      };
      associationsOf(location).set(made.id, made);
      return made;
    },
  ),

  /** Labels only; both are required. */
  endpoint(
    'PUT /associations/{associationId}',
    { ...writing, body: zod.strictObject({ firstObjectLabel: text, secondObjectLabel: text }) },
    ({ path, body, location }) => {
      const changed = { ...associationOf(location, path.associationId), ...body };
      associationsOf(location).set(changed.id, changed);
      return changed;
    },
  ),

  /** Only the user's own, and their relations go along (associations.json, delete-association). */
  endpoint('DELETE /associations/{associationId}', writing, ({ path, location }) => {
    const { id, associationType } = associationOf(location, path.associationId);
    if (associationType === 'SYSTEM_DEFINED') {
      throw fail(400, 'System defined associations cannot be deleted');
    }
    associationsOf(location).delete(id);
    for (const relation of relationsOf(location).values()) {
      if (relation.associationId === id) relationsOf(location).delete(relation.id);
    }
    return { deleted: true, id, message: 'Association deleted successfully' };
  }),

  endpoint(
    'GET /associations/relations/{recordId}',
    {
      version,
      scopes: ['associations/relation.readonly'],
      query: located.extend({
        skip,
        limit: limit(100, 100),
        associationIds: zod.union([zod.string(), zod.array(zod.string())]).optional(),
      }),
    },
    ({ path, query, location }) => {
      const wanted = query.associationIds === undefined ? [] : [query.associationIds].flat();
      const found = [...relationsOf(location).values()].filter(
        ({ firstRecordId, secondRecordId, associationId }) =>
          (firstRecordId === path.recordId || secondRecordId === path.recordId) &&
          (wanted.length === 0 || wanted.includes(associationId)),
      );
      return { relations: found.slice(query.skip, query.skip + query.limit), total: found.length };
    },
  ),

  /** The same pair a second time is a 400 (reality d.11 #73). */
  endpoint(
    'POST /associations/relations',
    {
      version,
      scopes: ['associations/relation.write'],
      status: 201,
      body: located.extend({ associationId: text, firstRecordId: text, secondRecordId: text }),
    },
    ({ body, location, state }) => {
      const { firstObjectKey, secondObjectKey } = associationOf(location, body.associationId);
      const isSame = [...relationsOf(location).values()].some(
        ({ associationId, firstRecordId, secondRecordId }) =>
          associationId === body.associationId &&
          firstRecordId === body.firstRecordId &&
          secondRecordId === body.secondRecordId,
      );
      if (isSame) {
        throw fail(
          400,
          'Could not create relation: duplicate relation of object Ids for given association',
        );
      }
      const made = { id: state.newId('hex'), ...body, firstObjectKey, secondObjectKey };
      relationsOf(location).set(made.id, made);
      return made;
    },
  ),

  endpoint(
    'DELETE /associations/relations/{relationId}',
    { version, scopes: ['associations/relation.write'], query: located },
    ({ path, location }) => {
      const found = relationsOf(location).get(path.relationId);
      if (!found) throw fail(400, `Relation with id ${path.relationId} not found`);
      relationsOf(location).delete(found.id);
      return found;
    },
  ),
];
