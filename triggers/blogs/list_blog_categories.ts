import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { byOffset } from '../../fields/blogs.ts';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { blogCategories } from '../../records/blogs.ts';

export default defineTrigger({
  key: 'list_blog_categories',
  noun: 'Category',
  display: {
    label: 'Get Blog Categories',
    description: 'Triggers when a blog category is added or changed.',
  },
  operation: trigger('GET /blogs/categories', {
    input: zod.object({ locationId }),
    record: blogCategories,
    paging: byOffset,
  }),
});
