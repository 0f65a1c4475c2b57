import type { BasicPollingOperation } from 'zapier-platform-core';
import { recordIn } from '../../lib/api/answers.ts';
import { choicesFrom } from '../../lib/operations.ts';
import { refuse } from '../../lib/zapier.ts';
import { association } from '../../records/associations.ts';
import { recordChoices, recordRoutes } from '../../records/objectRecords.ts';

const associationRoute = 'GET /associations/{associationId}';

/**
 * A dropdown of the records for one side of the chosen association.
 * @param side the member of the association that has the key of that side’s object
 */
export const recordsOfSide = (side: 'firstObjectKey' | 'secondObjectKey'): BasicPollingOperation =>
  choicesFrom(
    [associationRoute, ...recordRoutes],
    async (run) => {
      const { associationId } = run.bundle.inputData;
      if (!associationId) refuse('Choose an association first.');
      const found = recordIn(await run.call(associationRoute, { associationId }), association);
      return recordChoices(run, found?.[side]);
    },
    { canPaginate: true },
  );
