import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, warnOfDelete } from '../../fields/common.ts';
import { customObjectKey, customObjectRecordId } from '../../fields/objects.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({
  locationId,
  schemaKey: customObjectKey,
  id: customObjectRecordId,
  warning: warnOfDelete('record'),
});

export default defineCreate({
  key: 'delete_custom_object_record',
  noun: 'Record',
  display: {
    label: 'Delete Custom Object Record',
    description: 'Deletes a record of a custom object.',
  },
  operation: create('DELETE /objects/{schemaKey}/records/{id}', {
    input,
    request: ({ schemaKey, id }) => ({ schemaKey, id }),
    record: deleted('record', 'id', { success: true }),
  }),
});
