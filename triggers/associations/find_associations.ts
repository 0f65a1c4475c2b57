import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';
import { associations } from '../../records/associations.ts';

export default defineTrigger({
  key: 'find_associations',
  noun: 'Association',
  display: {
    label: 'Find Associations',
    description: 'Triggers when an association is created or changed.',
  },
  operation: trigger('GET /associations/', {
    input: zod.object({ locationId }),
    record: associations,
    paging: bySkip(100),
  }),
});
