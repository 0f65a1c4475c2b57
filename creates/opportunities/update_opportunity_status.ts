import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { opportunityId } from '../../fields/ids.ts';
import { lostReason, mayBeLost, status, withFittingReason } from '../../fields/opportunities.ts';
import { create } from '../../lib/operations.ts';
import { done } from '../../records/outcomes.ts';
import { shownIf } from '../../steps/shownIf.ts';

const input = zod.object({ id: opportunityId, status, lostReasonId: lostReason });

const opportunity = done('opportunity', { id: 'yWQobCRIhRguQtD2llvk', status: 'lost' });

export default defineCreate({
  key: 'update_opportunity_status',
  noun: 'Opportunity',
  display: {
    label: 'Update Opportunity Status',
    description: 'Marks an opportunity as open, won, lost or abandoned.',
  },
  operation: create('PUT /opportunities/{id}/status', {
    input,
    request: withFittingReason,
    record: opportunity,
    steps: [shownIf('lostReasonId', mayBeLost)],
  }),
});
