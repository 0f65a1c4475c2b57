import type { BasicPollingOperation } from 'zapier-platform-core';
import * as zod from 'zod';
import { recordIn } from '../../lib/api/answers.ts';
import { cached } from '../../lib/cache.ts';
import { choicesFrom } from '../../lib/operations.ts';
import { refuse } from '../../lib/zapier.ts';
import { association } from '../../records/associations.ts';
import { recordChoices, recordRoutes } from '../../records/objectRecords.ts';

const associationRoute = 'GET /associations/{associationId}';

/** The objects that an association joins, which never change: “Load more” needs no second look. */
const sidesOf = (associationId: string) => ({
  name: `association-sides:${associationId}`,
  shape: zod.object({ firstObjectKey: zod.unknown(), secondObjectKey: zod.unknown() }),
});

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
      const sides = await cached(run.cache, sidesOf(String(associationId)), async () => {
        const answer = await run.call(associationRoute, { associationId });
        const { firstObjectKey, secondObjectKey } = recordIn(answer, association) ?? {};
        return { firstObjectKey, secondObjectKey };
      });
      return recordChoices(run, sides[side]);
    },
    { canPaginate: true },
  );
