import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import { asObject } from '../../lib/values.ts';
import { opportunityPages } from '../../records/opportunityPages.ts';
import { joinParts } from './names.ts';

export default defineTrigger({
  key: 'list_opportunity_choices',
  noun: 'Opportunity',
  display: {
    label: 'List Opportunity Choices',
    description: 'Fills the dropdown of opportunities.',
    hidden: true,
  },
  operation: choices('GET /opportunities/search', {
    input: zod.object({ locationId }),
    request: ({ locationId: location_id }) => ({ location_id, status: 'all' }),
    list: 'opportunities',
    name: ({ name, contact, status }) =>
      // An opportunity is often called like its contact.
      name && joinParts([...new Set([name, asObject(contact).name, status !== 'open' && status])]),
    paging: opportunityPages,
  }),
});
