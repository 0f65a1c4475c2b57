import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { withCustomFields } from '../../fields/customFields.ts';
import { contactId, pipelineId } from '../../fields/ids.ts';
import { keepingCustomFields } from '../../fields/keptValues.ts';
import { customFields, opportunityBody, status } from '../../fields/opportunities.ts';
import { send } from '../../lib/operation.ts';
import { writtenOpportunity } from '../../records/opportunities.ts';

const input = zod.object({
  locationId,
  contactId,
  ...opportunityBody,
  pipelineId,
  name: text('Name'),
  status: status.default('open'),
  customFields,
});

export default defineCreate({
  key: 'create_opportunity',
  noun: 'Opportunity',
  display: { label: 'Create Opportunity', description: 'Creates an opportunity for a contact.' },
  operation: withCustomFields(
    'opportunity',
    keepingCustomFields(send('POST /opportunities/', input, writtenOpportunity)),
  ),
});
