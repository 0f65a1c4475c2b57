import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { customInputs, locationId } from '../../fields/common.ts';
import { userId } from '../../fields/ids.ts';
import { customObjectKey } from '../../fields/objects.ts';
import { create } from '../../lib/operations.ts';
import { customObjectRecord } from '../../records/customObjectRecords.ts';
import { findableAtOnce } from '../../steps/newRecords.ts';
import { objectProperties } from './objectProperties.ts';

const input = zod.object({
  locationId,
  schemaKey: customObjectKey,
  owner: userId.meta({ label: 'Owner' }).optional(),
  properties: customInputs.optional(),
});

export default defineCreate({
  key: 'create_custom_object_record',
  noun: 'Record',
  display: {
    label: 'Create Custom Object Record',
    description: 'Creates a record of a custom object.',
  },
  operation: create('POST /objects/{schemaKey}/records', {
    input,
    request: ({ owner, ...values }) => ({ ...values, ...(owner ? { owner: [owner] } : {}) }),
    record: customObjectRecord,
    steps: [objectProperties, findableAtOnce<{ schemaKey: string }>(({ schemaKey }) => schemaKey)],
  }),
});
