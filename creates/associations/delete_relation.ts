import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, note } from '../../fields/common.ts';
import { chosen, objectKey, onlyToChoose, recordId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deletedRelation } from '../../records/associations.ts';

const input = zod.object({
  locationId,
  objectKey: onlyToChoose(
    objectKey,
    'Only helps you find the relation: the object of one of its two records.',
  ),
  recordId: onlyToChoose(recordId, 'Only helps you find the relation: one of its two records.'),
  relationId: chosen(
    'Relation',
    'list_relation_choices.id.name',
    'Choose a record above to see its relations, or map a relation from an earlier step.',
  ),
  warning: note('Deleting a relation is final. Both records stay.'),
});

export default defineCreate({
  key: 'delete_relation',
  noun: 'Relation',
  display: {
    label: 'Delete Relation',
    description: 'Deletes the relation between two records for good.',
  },
  operation: create('DELETE /associations/relations/{relationId}?locationId={locationId}', {
    input,
    record: deletedRelation,
  }),
});
