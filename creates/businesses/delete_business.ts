import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { businessId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({
  businessId,
  warning: note('Deleting a business is final. Its contacts stay.'),
});

export default defineCreate({
  key: 'delete_business',
  noun: 'Business',
  display: { label: 'Delete Business', description: 'Deletes a business for good.' },
  operation: create('DELETE /businesses/{businessId}', {
    input,
    record: deleted('business', 'businessId'),
  }),
});
