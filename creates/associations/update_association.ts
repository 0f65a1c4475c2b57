import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { text } from '../../fields/common.ts';
import { associationId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { association } from '../../records/associations.ts';

const input = zod.object({
  associationId,
  firstObjectLabel: text(
    'First Object Label',
    'What the first record is to the second one, for example “Owner”.',
  ),
  secondObjectLabel: text(
    'Second Object Label',
    'What the second record is to the first one, for example “Pet”.',
  ),
});

export default defineCreate({
  key: 'update_association',
  noun: 'Association',
  display: {
    label: 'Update Association',
    description: 'Changes the labels of both sides of an association.',
  },
  operation: create('PUT /associations/{associationId}', { input, record: association }),
});
