import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, longText, text } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { customValue } from '../../records/locationCustomValues.ts';
import { keepCurrent } from '../../steps/current.ts';

const input = zod.object({
  locationId,
  id: chosen('Custom Value', 'list_custom_value_choices.id.name'),
  value: longText('New Value'),
  name: text('New Name', 'The merge tag keeps its old name.').optional(),
});

export default defineCreate({
  key: 'update_custom_value',
  noun: 'Custom Value',
  display: {
    label: 'Update Custom Value',
    description: 'Changes a custom value of the sub-account.',
  },
  operation: create('PUT /locations/{locationId}/customValues/{id}', {
    input,
    record: customValue,
    steps: [
      // HighLevel wants the name again, even if only the value changes (locations.json, customValuesDTO).
      keepCurrent(['name'], 'GET /locations/{locationId}/customValues/{id}', customValue, {
        isNeeded: ({ name }) => name === undefined,
      }),
    ],
  }),
});
