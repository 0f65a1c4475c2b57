import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { sideLabels } from '../../fields/associations.ts';
import { locationId, text } from '../../fields/common.ts';
import { objectKey } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { association, associations } from '../../records/associations.ts';

const input = zod.object({
  locationId,
  firstObjectKey: objectKey.meta({ label: 'First Object' }),
  firstObjectLabel: sideLabels.firstObjectLabel,
  secondObjectKey: objectKey.meta({ label: 'Second Object' }),
  secondObjectLabel: sideLabels.secondObjectLabel,
  key: text('Key', 'A unique name in lower case with underscores, for example owner_pet.'),
});

export default defineCreate({
  key: 'create_association',
  noun: 'Association',
  display: {
    label: 'Create Association',
    description: 'Defines how records of two objects can be related to each other.',
  },
  operation: create('POST /associations/', {
    input,
    record: association,
    lookAgain: {
      route: 'GET /associations/key/{key_name}',
      request: ({ locationId: location, key }) => ({ key_name: key, locationId: location }),
      record: associations,
      isUnique: true,
      isIt: (found, { key }) => found.key === key,
    },
  }),
});
