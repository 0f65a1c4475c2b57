import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { opportunityId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({
  id: opportunityId,
  warning: note('Deleting an opportunity is final. Its contact stays.'),
});

export default defineCreate({
  key: 'delete_opportunity',
  noun: 'Opportunity',
  display: { label: 'Delete Opportunity', description: 'Deletes an opportunity for good.' },
  operation: create('DELETE /opportunities/{id}', { input, record: deleted('opportunity', 'id') }),
});
