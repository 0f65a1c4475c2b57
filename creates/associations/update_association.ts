import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { sideLabels } from '../../fields/associations.ts';
import { associationId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { association } from '../../records/associations.ts';

const input = zod.object({ associationId, ...sideLabels });

export default defineCreate({
  key: 'update_association',
  noun: 'Association',
  display: {
    label: 'Update Association',
    description: 'Changes the labels of both sides of an association.',
  },
  operation: create('PUT /associations/{associationId}', { input, record: association }),
});
