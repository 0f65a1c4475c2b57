import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import type { JsonObject } from '../../lib/values.ts';
import { opportunityPages } from '../../records/opportunities.ts';

const input = zod
  .object({ locationId })
  .transform((fields) => ({ location_id: fields.locationId, status: 'all' }));

export default defineTrigger({
  key: 'list_opportunity_choices',
  noun: 'Opportunity',
  display: {
    label: 'List Opportunity Choices',
    description: 'Fills the dropdown of opportunities.',
    hidden: true,
  },
  operation: choices('GET /opportunities/search', {
    input,
    list: 'opportunities',
    name: ({ name, contact, status }) =>
      name &&
      [name, (contact as JsonObject | undefined)?.name, status !== 'open' && status]
        .filter((part, index, parts) => part && parts.indexOf(part) === index)
        .join(' · '),
    paging: opportunityPages,
  }),
});
