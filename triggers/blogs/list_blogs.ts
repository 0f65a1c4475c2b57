import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';
import { blogs } from '../../records/blogs.ts';

const input = zod.object({
  locationId,
  searchTerm: text('Name Contains').optional(),
});

export default defineTrigger({
  key: 'list_blogs',
  noun: 'Blog',
  display: {
    label: 'Get Blogs by Location',
    description: 'Triggers when a sub-account gets a new blog site.',
  },
  operation: trigger('GET /blogs/site/all', { input, record: blogs, paging: bySkip(50) }),
});
