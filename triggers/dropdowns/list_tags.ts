import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_tags',
  noun: 'Tag',
  display: { label: 'List Tags', description: 'Fills the dropdown of tags.', hidden: true },
  operation: choices('GET /locations/{locationId}/tags', {
    input: zod.object({ locationId }),
    list: 'tags',
    name: ({ name }) => name,
  }),
});
