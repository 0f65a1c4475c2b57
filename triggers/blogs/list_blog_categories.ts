import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { byOffset } from '../../fields/blogs.ts';
import { locationId } from '../../fields/common.ts';
import { poll } from '../../lib/operation.ts';
import { blogCategories } from '../../records/blogs.ts';

export default defineTrigger({
  key: 'list_blog_categories',
  noun: 'Category',
  display: {
    label: 'Get Blog Categories',
    description: 'Triggers when a blog category is added, or when one of them changes.',
  },
  operation: poll('GET /blogs/categories', zod.object({ locationId }), blogCategories, byOffset),
});
