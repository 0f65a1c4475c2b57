import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { blogCategories, blogPages } from '../../records/blogs.ts';

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
    paging: blogPages,
  }),
});
