import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { associationId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deletedAssociation } from '../../records/associations.ts';

const input = zod.object({
  associationId,
  warning: note(
    'Deleting an association is final: all its relations are deleted too. HighLevel’s own associations cannot be deleted.',
  ),
});

export default defineCreate({
  key: 'delete_association',
  noun: 'Association',
  display: {
    label: 'Delete Association',
    description: 'Deletes an association and all its relations for good.',
  },
  operation: create('DELETE /associations/{associationId}', { input, record: deletedAssociation }),
});
