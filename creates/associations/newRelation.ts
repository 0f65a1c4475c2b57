import type { LookAgain } from '../../lib/operations.ts';
import { relations } from '../../records/associations.ts';

type Relation = { locationId: string; associationId: string } & Record<
  'firstRecordId' | 'secondRecordId',
  string
>;

/**
 * Where a relation that was perhaps just made is looked for: among those of its first record. HighLevel refuses the same
 * relation a second time (api#repeated-relation).
 */
export const newRelation: LookAgain<Relation> = {
  route: 'GET /associations/relations/{recordId}',
  request: ({ locationId, associationId, firstRecordId }) => ({
    recordId: firstRecordId,
    locationId,
    associationIds: [associationId],
    skip: 0,
    limit: 100,
  }),
  record: relations,
  isUnique: true,
  isIt: (found, values) =>
    found.associationId === values.associationId &&
    found.firstRecordId === values.firstRecordId &&
    found.secondRecordId === values.secondRecordId,
};
