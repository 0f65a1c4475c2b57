import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { blogAuthors, blogPages } from '../../records/blogs.ts';

export default defineTrigger({
  key: 'list_blog_authors',
  noun: 'Author',
  display: {
    label: 'Get Blog Authors',
    description: 'Triggers when a blog author is added or changed.',
  },
  operation: trigger('GET /blogs/authors', {
    input: zod.object({ locationId }),
    record: blogAuthors,
    paging: blogPages,
  }),
});
