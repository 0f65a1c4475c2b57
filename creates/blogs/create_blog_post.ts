import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { post, postStatus } from '../../fields/blogs.ts';
import { locationId } from '../../fields/common.ts';
import { blogId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { isSameText } from '../../lib/values.ts';
import { blogPost, blogPosts } from '../../records/blogs.ts';

const input = zod.object({
  locationId,
  blogId,
  ...post,
  status: postStatus.default('DRAFT'),
  tags: post.tags.optional(),
  canonicalLink: post.canonicalLink.optional(),
});

export default defineCreate({
  key: 'create_blog_post',
  noun: 'Post',
  display: { label: 'Create Blog Post', description: 'Creates a new post in a blog site.' },
  operation: create('POST /blogs/posts', {
    input,
    record: blogPost,
    lookAgain: {
      route: 'GET /blogs/posts/all',
      request: ({ locationId: location, blogId: blog }) => ({
        locationId: location,
        blogId: blog,
        limit: 50,
        offset: 0,
      }),
      record: blogPosts,
      isIt: (found, { title, urlSlug }) =>
        isSameText(found.title, title) && found.urlSlug === urlSlug,
    },
  }),
});
