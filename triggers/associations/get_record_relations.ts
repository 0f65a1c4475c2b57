import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { list, locationId } from '../../fields/common.ts';
import { associationId, objectKey, onlyToChoose, recordId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';
import { relations } from '../../records/associations.ts';

const input = zod.object({
  locationId,
  objectKey: onlyToChoose(
    objectKey,
    'The object of the record. It decides which records the list below shows.',
  ),
  recordId,
  associationIds: list(
    'Associations',
    associationId,
    'Only relations of these associations. Leave empty for all of them.',
  ).optional(),
});

export default defineTrigger({
  key: 'get_record_relations',
  noun: 'Relation',
  display: {
    label: 'Get Relations by Record',
    description: 'Triggers when a record is related to another record.',
  },
  operation: trigger('GET /associations/relations/{recordId}', {
    input,
    record: relations,
    paging: bySkip(100),
  }),
});
