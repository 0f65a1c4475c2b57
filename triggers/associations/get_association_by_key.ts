import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { association } from '../../records/associations.ts';

const input = zod.object({
  locationId,
  key_name: chosen('Association', 'find_associations.key.name'),
});

export default defineTrigger({
  key: 'get_association_by_key',
  noun: 'Association',
  display: {
    label: 'Get Association Key',
    description: 'Triggers when the association with a certain key changes.',
  },
  operation: trigger('GET /associations/key/{key_name}', { input, record: association }),
});
