import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { objectKey } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { associations } from '../../records/associations.ts';

const input = zod.object({ locationId, objectKey });

export default defineTrigger({
  key: 'get_association_by_object_keys',
  noun: 'Association',
  display: {
    label: 'Get Association by Keys',
    description:
      'Triggers when an object gets an association, or when one of its associations changes.',
  },
  operation: trigger('GET /associations/objectKey/{objectKey}', { input, record: associations }),
});
