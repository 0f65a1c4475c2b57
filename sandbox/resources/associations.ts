import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { limit, located, skip, text } from '../gateway/schemas.ts';
import { type Association, associations, relations } from '../seed/associations.ts';
import { objects } from '../seed/objects.ts';
import type { Location } from '../state/state.ts';
import { existing, pageOf } from './records.ts';

const version = '2021-07-28' as const;
const reading = { version, scopes: ['associations.readonly'] };
const writing = { version, scopes: ['associations.write'] };
/** The association of the path, or one that a body names. */
export const associationOf = (location: Location, id: string): Association =>
  existing(associations(location).get(id), 'Association', id);

export const associationRecords = [
  /** A list, where the document shows one object. */
  endpoint(
    'GET /associations/',
    { ...reading, query: located.extend({ skip, limit: limit(100, 100) }) },
    ({ query, location }) => {
      const all = [...associations(location).values()];
      return {
        associations: pageOf(all, query.skip, query.limit),
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
      const found = [...associations(location).values()].find(({ key }) => key === path.key_name);
      if (!found) throw fail(400, `Association with key ${path.key_name} not found`);
      return found;
    },
  ),

  /** A list again, where the document shows one object: an object can have several. */
  endpoint(
    'GET /associations/objectKey/{objectKey}',
    { ...reading, query: located.partial() },
    ({ path, location }) => ({
      associations: [...associations(location).values()].filter(
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
      if ([...associations(location).values()].some(({ key }) => key === body.key)) {
        throw fail(400, `Association with key ${body.key} already exists`);
      }
      const made: Association = {
        id: state.newId('hex'),
        ...body,
        associationType: 'USER_DEFINED',
        firstObjectToSecondObjectCardinality: 'MANY_TO_MANY',
        secondObjectToFirstObjectCardinality: 'MANY_TO_MANY',
      };
      associations(location).set(made.id, made);
      return made;
    },
  ),

  /** Labels only; both are required. */
  endpoint(
    'PUT /associations/{associationId}',
    { ...writing, body: zod.strictObject({ firstObjectLabel: text, secondObjectLabel: text }) },
    ({ path, body, location }) => {
      const changed = { ...associationOf(location, path.associationId), ...body };
      associations(location).set(changed.id, changed);
      return changed;
    },
  ),

  /** Only the user's own, and their relations go along (associations.json, delete-association). */
  endpoint('DELETE /associations/{associationId}', writing, ({ path, location }) => {
    const { id, associationType } = associationOf(location, path.associationId);
    if (associationType === 'SYSTEM_DEFINED') {
      throw fail(400, 'System defined associations cannot be deleted');
    }
    associations(location).delete(id);
    for (const relation of relations(location).values()) {
      if (relation.associationId === id) relations(location).delete(relation.id);
    }
    return { deleted: true, id, message: 'Association deleted successfully' };
  }),
];
