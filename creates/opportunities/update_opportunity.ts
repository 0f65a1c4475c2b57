import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { allFieldsToEmpty, withEmptied } from '../../fields/empty.ts';
import { opportunityId } from '../../fields/ids.ts';
import { opportunityBody } from '../../fields/opportunities.ts';
import { create } from '../../lib/operations.ts';
import { writtenOpportunity } from '../../records/opportunities.ts';
import { customFields } from '../../steps/customFields.ts';
import { emptyCustomFields } from '../../steps/emptyCustomFields.ts';
import { keepCustomFields } from '../../steps/keptCustomFields.ts';
import { fitStage } from '../../steps/stages.ts';

const input = zod.object({
  id: opportunityId,
  ...opportunityBody,
  clear: allFieldsToEmpty({ assignedTo: opportunityBody.assignedTo }),
  fixed: note(
    'HighLevel does not let you change the contact of an opportunity. To set a lost reason, use “Update Opportunity Status”.',
  ),
});

export default defineCreate({
  key: 'update_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Update Opportunity',
    description: 'Changes an opportunity. What you leave empty stays as it is.',
  },
  operation: create('PUT /opportunities/{id}', {
    input,
    request: (values) => withEmptied(values, { assignedTo: '' }),
    record: writtenOpportunity,
    steps: [
      fitStage,
      customFields('opportunity'),
      keepCustomFields(),
      emptyCustomFields('opportunity'),
    ],
  }),
});
