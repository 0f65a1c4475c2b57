import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';
import { businesses, businessRecords, businessSearchPages } from '../../records/businesses.ts';

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
    paging: bySkip(100),
    ordered: {
      route: 'POST /objects/{schemaKey}/records/search',
      request: (values) => ({ ...values, schemaKey: 'business' }),
      record: businessRecords,
      paging: businessSearchPages,
    },
  }),
});
