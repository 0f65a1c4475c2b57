import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { businesses, businessesInOrder, businessPages } from '../../records/businesses.ts';

const input = zod.object({ locationId });

export default defineTrigger({
  key: 'list_businesses',
  noun: 'Business',
  display: {
    label: 'List Businesses by Location',
    description: 'Triggers when a business is added to the sub-account or changes.',
  },
  operation: trigger('GET /businesses/', {
    input,
    record: businesses,
    paging: businessPages,
    ordered: businessesInOrder,
  }),
});
