import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { poll } from '../../lib/operation.ts';
import { bySkip } from '../../lib/paging.ts';
import { businesses } from '../../records/businesses.ts';

const input = zod.object({ locationId });

export default defineTrigger({
  key: 'list_businesses',
  noun: 'Business',
  display: {
    label: 'List Businesses by Location',
    description: 'Triggers when a business is new in the sub-account or changes.',
  },
  operation: poll('GET /businesses/', input, businesses, bySkip(100)),
});
