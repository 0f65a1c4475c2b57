import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { blogId, blogPostId, onlyToChoose } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { slugAvailability } from '../../records/blogs.ts';

const input = zod.object({
  locationId,
  urlSlug: text('URL Slug', 'The end of a post’s web address, for example five-plants-for-summer.'),
  blogId: onlyToChoose(
    blogId,
    'Only helps you choose the post below: the blog site that it belongs to.',
  ),
  postId: blogPostId
    .meta({
      helpText:
        'A post that may use this slug. If only this post has it, the slug counts as available.',
    })
    .optional(),
});

export default defineTrigger({
  key: 'check_blog_slug',
  noun: 'Slug',
  display: {
    label: 'Check Blog URL Slug',
    description: 'Triggers when a blog URL slug becomes available, or when it is taken.',
  },
  operation: trigger('GET /blogs/posts/url-slug-exists', {
    input,
    record: slugAvailability,
  }),
});
