import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { limit, located, skip, text } from '../gateway/schemas.ts';
import { relations } from '../seed/associations.ts';
import { associationOf } from './associations.ts';
import { existing, pageOf } from './records.ts';

const version = '2021-07-28' as const;

export const relationRecords = [
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
      const found = [...relations(location).values()].filter(
        ({ firstRecordId, secondRecordId, associationId }) =>
          (firstRecordId === path.recordId || secondRecordId === path.recordId) &&
          (wanted.length === 0 || wanted.includes(associationId)),
      );
      return { relations: pageOf(found, query.skip, query.limit), total: found.length };
    },
  ),

  /** The same pair a second time is a 400 (api#repeated-relation). */
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
      const isSame = [...relations(location).values()].some(
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
      relations(location).set(made.id, made);
      return made;
    },
  ),

  endpoint(
    'DELETE /associations/relations/{relationId}',
    { version, scopes: ['associations/relation.write'], query: located },
    ({ path, location }) => {
      const found = existing(relations(location).get(path.relationId), 'Relation', path.relationId);
      relations(location).delete(found.id);
      return found;
    },
  ),
];
