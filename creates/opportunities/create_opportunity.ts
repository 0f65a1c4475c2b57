import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { contactId, pipelineId } from '../../fields/ids.ts';
import { opportunityBody, status } from '../../fields/opportunities.ts';
import { create } from '../../lib/operations.ts';
import { writtenOpportunity } from '../../records/opportunities.ts';
import { customFields } from '../../steps/customFields.ts';
import { keepCustomFields } from '../../steps/keptCustomFields.ts';
import { newOpportunity } from '../../steps/newOpportunity.ts';
import { findableAtOnce } from '../../steps/newRecords.ts';
import { fitStage } from '../../steps/stages.ts';

const input = zod.object({
  locationId,
  contactId,
  ...opportunityBody,
  pipelineId,
  name: text('Name'),
  status: status.default('open'),
});

export default defineCreate({
  key: 'create_opportunity',
  noun: 'Opportunity',
  display: { label: 'Create Opportunity', description: 'Creates an opportunity for a contact.' },
  operation: create('POST /opportunities/', {
    input,
    record: writtenOpportunity,
    lookAgain: newOpportunity,
    steps: [
      fitStage,
      customFields('opportunity'),
      keepCustomFields(),
      findableAtOnce(() => 'opportunity'),
    ],
  }),
});
