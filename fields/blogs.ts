import * as zod from 'zod';
import { postStatuses } from '../records/blogs.ts';
import { choice, dateTime, list, longText, text } from './common.ts';
import { blogAuthorId, blogCategoryId } from './ids.ts';

/** The states of a blog post. */
export const postStatus = choice('Status', postStatuses);

/** What a blog post consists of (blogs.json, CreateBlogPostParams). */
export const post = {
  title: text('Title'),
  rawHTML: longText('Content', 'The whole text as HTML, for example `<h1>Hello</h1><p>…</p>`.'),
  description: longText('Description', 'A short summary for lists and search engines.'),
  author: blogAuthorId,
  categories: list('Categories', blogCategoryId),
  urlSlug: text(
    'URL Slug',
    'The end of the post’s web address, for example five-plants-for-summer.',
  ),
  imageUrl: text('Image URL'),
  imageAltText: text('Image Description', 'What the image shows, for people who cannot see it.'),
  publishedAt: dateTime('Publish Date'),
  tags: list('Tags', zod.string()),
  canonicalLink: text(
    'Canonical Link',
    'The original web address, if this text was first published elsewhere.',
  ),
};
