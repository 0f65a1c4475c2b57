import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { associationId, chosen } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { relation } from '../../records/associations.ts';
import { newRelation } from './newRelation.ts';

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
    lookAgain: newRelation,
  }),
});
