import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { associationId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { association } from '../../records/associations.ts';

const input = zod.object({ associationId });

export default defineTrigger({
  key: 'get_association',
  noun: 'Association',
  display: {
    label: 'Get Association',
    description: 'Triggers when an association of your choice changes.',
  },
  operation: trigger('GET /associations/{associationId}', { input, record: association }),
});
