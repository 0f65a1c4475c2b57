import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { opportunityId } from '../../fields/ids.ts';
import { lostReason, mayBeLost, status, withFittingReason } from '../../fields/opportunities.ts';
import { shownWhen } from '../../fields/shown.ts';
import { send } from '../../lib/operation.ts';
import { done } from '../../records/outcomes.ts';

const input = zod
  .object({ id: opportunityId, status, lostReasonId: lostReason })
  .transform(withFittingReason);

const opportunity = done('opportunity', { id: 'yWQobCRIhRguQtD2llvk', status: 'lost' });

export default defineCreate({
  key: 'update_opportunity_status',
  noun: 'Opportunity',
  display: {
    label: 'Update Opportunity Status',
    description: 'Marks an opportunity as open, won, lost or abandoned.',
  },
  operation: shownWhen(
    'lostReasonId',
    mayBeLost,
    send('PUT /opportunities/{id}/status', input, opportunity),
  ),
});
