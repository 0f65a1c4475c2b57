import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { associationId, chosen } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { relation, relations } from '../../records/associations.ts';

const input = zod.object({
  locationId,
  associationId,
  firstRecordId: chosen(
    'First Record',
    'list_first_record_choices.id.name',
    'A record of the association’s first object: the “Owner” in “Owner – Pet”.',
  ),
  secondRecordId: chosen(
    'Second Record',
    'list_second_record_choices.id.name',
    'A record of the association’s second object: the “Pet” in “Owner – Pet”.',
  ),
});

export default defineCreate({
  key: 'create_relation',
  noun: 'Relation',
  display: { label: 'Create Relation', description: 'Relates two records to each other.' },
  operation: create('POST /associations/relations', {
    input,
    record: relation,
    lookAgain: {
      route: 'GET /associations/relations/{recordId}',
      request: ({ locationId: location, firstRecordId, associationId: association }) => ({
        recordId: firstRecordId,
        locationId: location,
        associationIds: [association],
        skip: 0,
        limit: 100,
      }),
      record: relations,
      // HighLevel refuses the same relation a second time (api#repeated-relation).
      isUnique: true,
      isIt: (found, values) =>
        found.associationId === values.associationId &&
        found.firstRecordId === values.firstRecordId &&
        found.secondRecordId === values.secondRecordId,
    },
  }),
});
