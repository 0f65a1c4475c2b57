import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { post, postStatus } from '../../fields/blogs.ts';
import { locationId } from '../../fields/common.ts';
import { blogId, blogPostId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { blogPost } from '../../records/blogs.ts';
import { keepPost } from './keepPost.ts';

const input = zod.object({
  locationId,
  blogId,
  postId: blogPostId,
  rawHTML: post.rawHTML.meta({
    helpText:
      'The whole text as HTML. It replaces the current content, which HighLevel does not return.',
  }),
  ...zod.object(post).omit({ rawHTML: true }).partial().shape,
  status: postStatus.optional(),
});

export default defineCreate({
  key: 'update_blog_post',
  noun: 'Post',
  display: {
    label: 'Update Blog Post',
    description:
      'Changes a blog post. Except for the content, what you leave empty stays as it is.',
  },
  operation: create('PUT /blogs/posts/{postId}', { input, record: blogPost, steps: [keepPost] }),
});
