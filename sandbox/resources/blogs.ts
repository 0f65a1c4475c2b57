import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { isoDate, located, optionalText, skip, text } from '../gateway/schemas.ts';
import { type BlogPost, blogAuthors, blogCategories, blogPosts, blogSites } from '../seed/blogs.ts';
import type { Location } from '../state/state.ts';
import { iso, pageOf } from './records.ts';

const version = '2021-07-28' as const;
const status = zod.enum(['PUBLISHED', 'SCHEDULED', 'ARCHIVED', 'DRAFT']);

/** Required, and 50 at most (api#blog-pages). */
const most = zod.coerce.number().int().min(0).max(50);
const page = { limit: most, offset: zod.coerce.number().int().min(0) };

const withUnderscore = <T extends { id: string }>({ id: _id, ...rest }: T) => ({ _id, ...rest });

/** As the answers show a post: without its content. */
function shown({ rawHTML: _, blogId: __, ...post }: BlogPost): object {
  return { ...withUnderscore(post), archived: post.status === 'ARCHIVED' };
}

const written = located.extend({
  title: text,
  blogId: text,
  imageUrl: text,
  description: text,
  rawHTML: text,
  status,
  imageAltText: text,
  categories: zod.array(zod.string()),
  tags: zod.array(zod.string()).optional(),
  author: text,
  urlSlug: text,
  canonicalLink: optionalText,
  publishedAt: isoDate,
});

const postsQuery = located.extend({
  ...page,
  blogId: text,
  searchTerm: optionalText,
  status: status.optional(),
});
/** `ALL` is the same as none (blogs-v3.json). */
const statusV3 = zod
  .enum([...status.options, 'ALL'])
  .transform((one) => (one === 'ALL' ? undefined : one))
  .optional();

/** v3 wants to know how long the text is (blogs-v3.json, UpdateBlogPostParams). */
const writtenV3 = written
  .extend({ wordCount: zod.number() })
  .transform(({ wordCount: _, ...post }) => post);

const isTaken = (location: Location, slug: string, except?: string) =>
  [...blogPosts(location).values()].some(({ id, urlSlug }) => urlSlug === slug && id !== except);

/** A slug that is taken gets a number behind it instead of being refused (public code, unproven). */
function freeSlug(location: Location, slug: string, except?: string): string {
  let free = slug;
  for (let i = 1; isTaken(location, free, except); i += 1) free = `${slug}-${i}`;
  return free;
}

function checkReferences(location: Location, post: zod.output<typeof written>): void {
  if (!blogSites(location).has(post.blogId)) throw fail(400, 'Blog not found');
  if (!blogAuthors(location).has(post.author)) throw fail(400, 'Author not found');
  if (!post.categories.every((id) => blogCategories(location).has(id))) {
    throw fail(400, 'Category not found');
  }
}

export const blogEndpoints = [
  endpoint(
    'GET /blogs/site/all',
    {
      version,
      scopes: ['blogs/list.readonly'],
      query: located.extend({
        skip,
        limit: most,
        searchTerm: optionalText,
      }),
    },
    ({ query, location }) => ({
      data: [...blogSites(location).values()]
        .filter(({ name }) => name.toLowerCase().includes(query.searchTerm?.toLowerCase() ?? ''))
        .slice(query.skip, query.skip + query.limit)
        .map(withUnderscore),
    }),
  ),

  endpoint(
    'GET /blogs/authors',
    { version, scopes: ['blogs/author.readonly'], query: located.extend(page) },
    ({ query, location }) => ({
      authors: pageOf([...blogAuthors(location).values()], query.offset, query.limit).map(
        withUnderscore,
      ),
    }),
  ),

  endpoint(
    'GET /blogs/categories',
    { version, scopes: ['blogs/category.readonly'], query: located.extend(page) },
    ({ query, location }) => ({
      categories: pageOf([...blogCategories(location).values()], query.offset, query.limit).map(
        withUnderscore,
      ),
    }),
  ),

  endpoint(
    'GET /blogs/posts/all',
    {
      version,
      scopes: ['blogs/posts.readonly'],
      query: postsQuery,
      v3: { query: postsQuery.extend({ status: statusV3 }) },
    },
    ({ query, location }) => ({
      blogs: [...blogPosts(location).values()]
        .filter(
          (post) =>
            post.blogId === query.blogId &&
            (!query.status || post.status === query.status) &&
            post.title.toLowerCase().includes(query.searchTerm?.toLowerCase() ?? ''),
        )
        .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
        .slice(query.offset, query.offset + query.limit)
        .map(shown),
    }),
  ),

  endpoint(
    'GET /blogs/posts/url-slug-exists',
    {
      version,
      scopes: ['blogs/check-slug.readonly'],
      query: located.extend({ urlSlug: text, postId: optionalText }),
    },
    ({ query, location }) => ({ exists: isTaken(location, query.urlSlug, query.postId) }),
  ),

  endpoint(
    'POST /blogs/posts',
    { version, scopes: ['blogs/post.write'], body: written },
    ({ body, location, state, now }) => {
      checkReferences(location, body);
      const { locationId: _, ...rest } = body;
      const post: BlogPost = {
        ...rest,
        id: state.newId('hex'),
        urlSlug: freeSlug(location, rest.urlSlug),
        updatedAt: iso(now),
      };
      blogPosts(location).set(post.id, post);
      return { data: shown(post) };
    },
  ),

  /** Writes the whole post: every property of the create is required here too (blogs.json, UpdateBlogPostParams). */
  endpoint(
    'PUT /blogs/posts/{postId}',
    { version, scopes: ['blogs/post-update.write'], body: written, v3: { body: writtenV3 } },
    ({ path, body, location, now }) => {
      const known = blogPosts(location).get(path.postId);
      if (!known) throw fail(400, 'Blog post not found');
      checkReferences(location, body);
      const { locationId: _, ...rest } = body;
      const post: BlogPost = {
        ...rest,
        id: known.id,
        urlSlug: freeSlug(location, rest.urlSlug, known.id),
        updatedAt: iso(now),
      };
      blogPosts(location).set(post.id, post);
      return { updatedBlogPost: shown(post) };
    },
  ),
];
