import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { dropdown } from '../../lib/operation.ts';

export default defineTrigger({
  key: 'list_tags',
  noun: 'Tag',
  display: { label: 'List Tags', description: 'Fills the dropdown of tags.', hidden: true },
  operation: dropdown('GET /locations/{locationId}/tags', zod.object({ locationId }), {
    key: 'tags',
    nameOf: ({ name }) => name,
  }),
});
