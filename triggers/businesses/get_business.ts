import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { businessId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { business } from '../../records/businesses.ts';

const input = zod.object({ businessId });

export default defineTrigger({
  key: 'get_business',
  noun: 'Business',
  display: {
    label: 'Get Business',
    description: 'Triggers when a business of your choice changes.',
  },
  operation: trigger('GET /businesses/{businessId}', { input, record: business }),
});
