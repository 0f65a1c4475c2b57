import type { BasicPollingOperation, Bundle, ZObject } from 'zapier-platform-core';
import { locationOf } from '../lib/connection.ts';
import { halted } from '../lib/halted.ts';
import { calls, fixedDropdown, manyOf, oneOf } from '../lib/operation.ts';
import { call } from '../lib/request.ts';
import { nextStep } from '../middleware.ts';
import {
  association,
  associationsById,
  associationsRoute,
  relations,
} from '../records/associations.ts';
import { recordChoices, recordName, recordRoutes } from './objectRecords.ts';

const associationRoute = 'GET /associations/{associationId}';
const relationsRoute = 'GET /associations/relations/{recordId}';

/**
 * A dropdown of the records that can stand on one side of the chosen association.
 * @param side where the association holds the key of that side's object
 */
export const recordsOfSide = (
  side: 'firstObjectKey' | 'secondObjectKey',
): BasicPollingOperation => ({
  ...fixedDropdown(() => []),
  canPaginate: true,
  perform: calls([associationRoute, ...recordRoutes], async (z: ZObject, bundle: Bundle) => {
    const { associationId } = bundle.inputData;
    if (!associationId) throw halted('Choose an association first.');
    const [found = {}] = oneOf(
      await call({ z, bundle }, associationRoute, { associationId }),
      association,
    );
    return recordChoices({ z, bundle }, found[side]);
  }),
});

// Names cost a request each: a record with more relations than this shows ids for the rest.
const mostNames = 20;

/** A dropdown of the relations of the chosen record, each by its association and the name of the other record. */
export const relationsOfRecord: BasicPollingOperation = {
  ...fixedDropdown(() => []),
  canPaginate: true,
  perform: calls(
    [relationsRoute, associationsRoute, ...recordRoutes],
    async (z: ZObject, bundle: Bundle) => {
      const { recordId } = bundle.inputData;
      if (!recordId) {
        throw halted('Choose a record first, so that its relations can be listed.');
      }
      const page = { skip: (bundle.meta.page ?? 0) * 100, limit: 100 };
      const answer = await call({ z, bundle }, relationsRoute, {
        recordId,
        locationId: locationOf(bundle),
        ...page,
      });
      const found = manyOf(answer, relations, nextStep(bundle, true));
      const ids = found.map(({ associationId }) => associationId);
      const known = await associationsById({ z, bundle }, ids);
      return Promise.all(
        found.map(async (raw, index) => {
          const [objectKey, id] =
            raw.firstRecordId === recordId
              ? [raw.secondObjectKey, raw.secondRecordId]
              : [raw.firstObjectKey, raw.firstRecordId];
          const other =
            objectKey && index < mostNames
              ? await recordName({ z, bundle }, String(objectKey), String(id))
              : String(id);
          const name = known[String(raw.associationId)]?.name;
          return { id: String(raw.id ?? raw._id), name: [name, other].filter(Boolean).join(': ') };
        }),
      );
    },
  ),
};
