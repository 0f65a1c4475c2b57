import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { opportunityId } from '../../fields/ids.ts';
import { lostReason, status } from '../../fields/opportunities.ts';
import { create } from '../../lib/operations.ts';
import { done } from '../../records/outcomes.ts';
import { fitLostReason } from '../../steps/lostReason.ts';

const input = zod.object({ id: opportunityId, status, lostReasonId: lostReason });

export default defineCreate({
  key: 'update_opportunity_status',
  noun: 'Opportunity',
  display: {
    label: 'Update Opportunity Status',
    description: 'Marks an opportunity as open, won, lost or abandoned.',
  },
  operation: create('PUT /opportunities/{id}/status', {
    input,
    record: done('opportunity', { id: 'yWQobCRIhRguQtD2llvk', status: 'lost' }),
    steps: [fitLostReason],
  }),
});
