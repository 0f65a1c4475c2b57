import { type BasicCreateOperation, type Bundle, errors, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationOf } from '../lib/connection.ts';
import { halted } from '../lib/halted.ts';
import { isBlank } from '../lib/inputFields.ts';
import { manyOf, withPerform } from '../lib/operation.ts';
import type { Paging } from '../lib/polling.ts';
import type { Raw } from '../lib/record.ts';
import { call } from '../lib/request.ts';
import { timeLeft } from '../lib/runTime.ts';
import { toIso } from '../lib/time.ts';
import { blogPosts } from '../records/blogs.ts';
import { choice, dateTime, longText, text } from './common.ts';
import { blogAuthorId, blogCategoryId } from './ids.ts';

/** Blog lists page by `offset` and `limit`; HighLevel's newer documents name 50 as the largest page. */
export const byOffset: Paging = {
  size: 50,
  ask: ({ index, size }) => ({ offset: index * size, limit: size }),
};

/** The states of a blog post. */
export const postStatus = choice('Status', {
  DRAFT: 'Draft',
  PUBLISHED: 'Published',
  SCHEDULED: 'Scheduled for the publish date',
  ARCHIVED: 'Archived',
});

/** What a blog post consists of (blogs.json, CreateBlogPostParams). */
export const post = {
  title: text('Title'),
  rawHTML: longText('Content', 'The whole text as HTML, for example `<h1>Hello</h1><p>…</p>`.'),
  description: longText('Description', 'A short summary for lists and search engines.'),
  author: blogAuthorId,
  categories: zod.array(blogCategoryId).meta({ label: 'Categories' }),
  urlSlug: text('URL Slug', 'The end of the post’s address, for example five-plants-for-summer.'),
  imageUrl: text('Image URL'),
  imageAltText: text('Image Description', 'What the image shows, for people who cannot see it.'),
  publishedAt: dateTime('Publish Date'),
  tags: zod.array(zod.string()).meta({ label: 'Tags' }),
  canonicalLink: text(
    'Canonical Link',
    'The original address, where this text was published elsewhere before.',
  ),
};

/** What `keepingRest` found, filled in for what the person leaves empty. */
const kept = [
  'title',
  'rawHTML',
  'description',
  'author',
  'categories',
  'urlSlug',
  'imageUrl',
  'imageAltText',
  'publishedAt',
  'tags',
  'canonicalLink',
  'status',
];

const listRoute = 'GET /blogs/posts/all';

const mostPages = 40;

/** Milliseconds that the update itself needs. */
const writing = 8_000;

const labels = { blogId: 'Blog Site' };

/** The ids of authors and categories that are written out; all else as it is. */
const idsIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(idsIn);
  const { id, _id }: Raw = Object(value);
  return _id ?? id ?? value;
};

const find = async (z: ZObject, bundle: Bundle): Promise<Raw> => {
  const { blogId, postId } = bundle.inputData;
  const wanted = String(postId).trim();
  for (let index = 0; index < mostPages && timeLeft(bundle) > writing; index += 1) {
    const answer = await call({ z, bundle, labels }, listRoute, {
      locationId: locationOf(bundle),
      blogId,
      ...byOffset.ask({ index, size: byOffset.size, changed: false, last: undefined }),
    });
    const posts = manyOf(answer, blogPosts);
    const found = posts.find(({ _id, id }) => wanted === String(_id ?? id));
    if (found) return found;
    if (posts.length < byOffset.size) {
      throw halted(
        'HighLevel did not find this blog post in the chosen blog site. Check that it was not deleted.',
      );
    }
  }
  throw new errors.Error(
    'This blog site has too many posts to find this one in time, so nothing was changed. Replay this run later, or change the post in HighLevel.',
    'unavailable',
    503,
  );
};

/**
 * An update of a post writes all of it, and no endpoint reads a single one: looks the post up in its blog site, so
 * that what the person leaves empty is sent again as it is. The list does not give the content.
 */
export const keepingRest = (operation: BasicCreateOperation): BasicCreateOperation =>
  withPerform(operation, [listRoute], (perform) => async (z, bundle) => {
    const { blogId, postId } = bundle.inputData;
    if (!blogId || !postId) return perform(z, bundle);
    const known = await find(z, bundle);
    const filled = Object.fromEntries(
      Object.entries(bundle.inputData).filter(([, value]) => ![value].flat().every(isBlank)),
    );
    const rest = Object.fromEntries(kept.map((key) => [key, idsIn(known[key])]));
    rest.publishedAt = toIso(known.publishedAt);
    return perform(z, { ...bundle, inputData: { ...rest, ...filled } });
  });
