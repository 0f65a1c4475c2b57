import type { BasicPollingOperation, Bundle, ZObject } from 'zapier-platform-core';
import { locationOf } from '../lib/connection.ts';
import { halted } from '../lib/halted.ts';
import { calls, fixedDropdown } from '../lib/operation.ts';
import type { Raw } from '../lib/record.ts';
import { call } from '../lib/request.ts';
import { associationsById, associationsRoute } from '../records/associations.ts';
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
    const answer = (await call({ z, bundle }, associationRoute, { associationId })) as Raw;
    return recordChoices({ z, bundle }, ((answer.association ?? answer) as Raw)[side]);
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
      const { relations = [] } = answer as { relations?: Record<string, string>[] };
      const ids = relations.map(({ associationId }) => associationId);
      const known = await associationsById({ z, bundle }, ids);
      return Promise.all(
        relations.map(async (raw, index) => {
          const [objectKey = '', id = ''] =
            raw.firstRecordId === recordId
              ? [raw.secondObjectKey, raw.secondRecordId]
              : [raw.firstObjectKey, raw.firstRecordId];
          const other = index < mostNames ? await recordName({ z, bundle }, objectKey, id) : id;
          const association = known[raw.associationId ?? '']?.name;
          return { id: raw.id ?? '', name: [association, other].filter(Boolean).join(': ') };
        }),
      );
    },
  ),
};
