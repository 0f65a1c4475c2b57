import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { customInputs, locationId } from '../../fields/common.ts';
import { userId } from '../../fields/ids.ts';
import { customObjectKey, customObjectRecordId } from '../../fields/objects.ts';
import { create } from '../../lib/operations.ts';
import { customObjectRecord } from '../../records/customObjectRecords.ts';
import { objectProperties } from './objectProperties.ts';

const input = zod.object({
  locationId,
  schemaKey: customObjectKey,
  id: customObjectRecordId,
  owner: userId.meta({ label: 'Owner' }).optional(),
  properties: customInputs.optional(),
});

export default defineCreate({
  key: 'update_custom_object_record',
  noun: 'Record',
  display: {
    label: 'Update Custom Object Record',
    description: 'Changes a record of a custom object. What you leave empty stays as it is.',
  },
  operation: create('PUT /objects/{schemaKey}/records/{id}?locationId={locationId}', {
    input,
    request: ({ owner, ...values }) => ({ ...values, ...(owner ? { owner: [owner] } : {}) }),
    record: customObjectRecord,
    steps: [objectProperties],
  }),
});
