import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_custom_value_choices',
  noun: 'Custom Value',
  display: {
    label: 'List Custom Value Choices',
    description: 'Fills the dropdown of custom values.',
    hidden: true,
  },
  operation: choices('GET /locations/{locationId}/customValues', {
    input: zod.object({ locationId }),
    list: 'customValues',
  }),
});
