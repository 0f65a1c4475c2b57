import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import {
  allCustomValues,
  allFieldsToEmpty,
  emptyTexts,
  type WithEmptied,
} from '../../fields/empty.ts';
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
  clear: allFieldsToEmpty({ assignedTo: 'Assigned User' }),
  fixed: note(
    'HighLevel does not let you change the contact of an opportunity. To set a lost reason, use “Update Opportunity Status”.',
  ),
});

const asRequest = ({
  clear,
  emptiedFields,
  ...values
}: zod.output<typeof input> & WithEmptied) => ({
  ...emptyTexts(clear),
  ...values,
  ...allCustomValues({ ...values, emptiedFields }),
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
    request: asRequest,
    record: writtenOpportunity,
    steps: [
      fitStage,
      customFields('opportunity'),
      keepCustomFields(),
      emptyCustomFields('opportunity'),
    ],
  }),
});
