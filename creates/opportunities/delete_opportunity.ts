import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { opportunityId } from '../../fields/ids.ts';
import { send } from '../../lib/operation.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({
  id: opportunityId,
  warning: note('Deleting an opportunity is final. Its contact stays.'),
});

export default defineCreate({
  key: 'delete_opportunity',
  noun: 'Opportunity',
  display: { label: 'Delete Opportunity', description: 'Deletes an opportunity for good.' },
  operation: send('DELETE /opportunities/{id}', input, deleted('opportunity', 'id')),
});
