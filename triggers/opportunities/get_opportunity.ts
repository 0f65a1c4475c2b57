import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { opportunityId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { opportunity } from '../../records/opportunities.ts';

const input = zod.object({ id: opportunityId });

export default defineTrigger({
  key: 'get_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Get Opportunity',
    description: 'Triggers when an opportunity of your choice changes.',
  },
  operation: trigger('GET /opportunities/{id}', { input, record: opportunity }),
});
