import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { withCustomFields } from '../../fields/customFields.ts';
import { opportunityId } from '../../fields/ids.ts';
import { keepingCustomFields } from '../../fields/keptValues.ts';
import { customFields, opportunityBody } from '../../fields/opportunities.ts';
import { send } from '../../lib/operation.ts';
import { writtenOpportunity } from '../../records/opportunities.ts';

const input = zod.object({
  id: opportunityId,
  ...opportunityBody,
  customFields,
  fixed: note(
    'An opportunity stays with its contact: HighLevel does not let the contact be changed. For a lost reason use “Update Opportunity Status”.',
  ),
});

export default defineCreate({
  key: 'update_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Update Opportunity',
    description: 'Changes an opportunity. What you leave empty stays as it is.',
  },
  operation: withCustomFields(
    'opportunity',
    keepingCustomFields(send('PUT /opportunities/{id}', input, writtenOpportunity)),
  ),
});
