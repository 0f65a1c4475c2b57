import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId, text } from '../../fields/common.ts';
import { blogId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { blogPages, blogPosts, postStatuses } from '../../records/blogs.ts';

const input = zod.object({
  locationId,
  blogId,
  status: choice('Status', { ALL: 'All', ...postStatuses }).optional(),
  searchTerm: text('Title Contains').optional(),
});

export default defineTrigger({
  key: 'list_blog_posts',
  noun: 'Post',
  display: {
    label: 'Get Blog Posts',
    description: 'Triggers when a blog site gets a new post, or when one of its posts changes.',
  },
  operation: trigger('GET /blogs/posts/all', { input, record: blogPosts, paging: blogPages }),
});
