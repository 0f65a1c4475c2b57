import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { poll } from '../../lib/operation.ts';
import { bySkip } from '../../lib/paging.ts';
import { associations } from '../../records/associations.ts';

export default defineTrigger({
  key: 'find_associations',
  noun: 'Association',
  display: {
    label: 'Find Associations',
    description: 'Triggers when a new association is defined, or when one of them changes.',
  },
  operation: poll('GET /associations/', zod.object({ locationId }), associations, bySkip(100)),
});
