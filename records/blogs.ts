import * as zod from 'zod';
import type { Paging } from '../lib/polling/paging.ts';
import { record } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import { idOf, isTrue, type JsonObject } from '../lib/values.ts';

/** Blog records call their id `_id`; it leaves as `id` only. */
const withoutUnderscore = (records: JsonObject[]): JsonObject[] =>
  records.map(({ _id: _, ...rest }) => rest);

const common = { complete: withoutUnderscore };

/** The blog sites of a sub-account (blogs.json, BlogResponseDTO). */
export const blogs = record({
  ...common,
  noun: 'blog site',
  many: ['data', 'blogs'],
  sample: { id: '66f429b8afdce84227a4610d', name: 'Garden Notes' },
});

/** The blog authors of a sub-account (blogs.json, AuthorResponseDTO). */
export const blogAuthors = record({
  ...common,
  noun: 'author',
  many: 'authors',
  changed: 'updatedAt',
  sample: {
    id: '659ec9634a3796e4e47cc360',
    name: 'Maria Alvarez',
    locationId: 've9EPM428h8vShlRW1KT',
    canonicalLink: 'https://blog.alvarez.example.com/author/maria-alvarez',
    updatedAt: '2026-03-04T09:30:45.000Z',
  },
  labels: { locationId: 'Sub-Account ID' },
});

/** The blog categories of a sub-account (blogs.json, CategoryResponseDTO). */
export const blogCategories = record({
  ...common,
  noun: 'category',
  many: 'categories',
  changed: 'updatedAt',
  sample: {
    id: '659ecabc4a37969a2b7cc370',
    label: 'Spring',
    urlSlug: 'spring',
    locationId: 've9EPM428h8vShlRW1KT',
    canonicalLink: 'https://blog.alvarez.example.com/category/spring',
    updatedAt: '2026-03-04T09:30:45.000Z',
  },
  labels: { label: 'Name', urlSlug: 'URL Slug', locationId: 'Sub-Account ID' },
});

const post = {
  ...common,
  noun: 'blog post',
  changed: 'updatedAt',
  sample: {
    id: '66c381b38be80858b9af62b6',
    title: 'Five plants for a dry summer',
    description: 'What grows without much water',
    urlSlug: 'five-plants-for-a-dry-summer',
    canonicalLink: 'https://blog.alvarez.example.com/post/five-plants-for-a-dry-summer',
    status: 'PUBLISHED',
    archived: false,
    imageUrl: 'https://alvarez.example.com/lavender.jpg',
    imageAltText: 'Lavender in bloom',
    author: '659ec9634a3796e4e47cc360',
    categories: ['659ecabc4a37969a2b7cc370'],
    tags: ['garden', 'summer'],
    publishedAt: '2026-03-02T16:00:00.000Z',
    updatedAt: '2026-03-04T09:30:45.000Z',
  },
  labels: {
    urlSlug: 'URL Slug',
    archived: 'Is Archived',
    imageUrl: 'Image URL',
    author: 'Author ID',
    categories: 'Category IDs',
  },
} as const;

/** A blog post after a create (`data`) or an update (`updatedBlogPost`) (blogs.json, BlogPostResponseDTO). */
export const blogPost = record({ ...post, one: 'updatedBlogPost' });

const titles = zod.record(zod.string(), zod.string());

const nameOfTitles = (blogId: unknown): string => `blog-post-titles:${blogId}`;

/** So many posts are remembered, the latest first, for so many seconds. */
const rememberedPosts = 500;
const titleTime = 90 * 86_400;

/** The titles of posts that were chosen or updated before, by their IDs: HighLevel finds a post by its title only. */
export const readTitles = async (run: Run, blogId: unknown): Promise<Record<string, string>> =>
  zod.safeParse(titles, await run.cache.read(nameOfTitles(blogId))).data ?? {};

/** Remembers the titles of posts. */
export const rememberTitles = async (
  run: Run,
  blogId: unknown,
  posts: JsonObject[],
): Promise<void> => {
  const fresh = posts.map((one) => [String(idOf(one)), String(one.title ?? '').slice(0, 100)]);
  const known = await readTitles(run, blogId);
  const all = Object.entries({
    ...Object.fromEntries(fresh),
    ...known,
    ...Object.fromEntries(fresh),
  });
  const kept = Object.fromEntries(all.slice(0, rememberedPosts));
  await run.cache.write(nameOfTitles(blogId), kept, titleTime);
};

/** The posts of a blog site; the list leaves the content out. What a dropdown shows can be found again. */
export const blogPosts = record({
  ...post,
  many: 'blogs',
  complete: async (records, { run, input }) => {
    if (run.bundle.meta.isFillingDynamicDropdown) await rememberTitles(run, input.blogId, records);
    return withoutUnderscore(records);
  },
});

/** Whether a URL slug is free: one record per slug, whose revision is its availability (blogs.json, UrlSlugCheckResponseDTO). */
export const slugAvailability = record({
  noun: 'URL slug',
  sample: { id: 'five-plants-for-a-dry-summer', exists: false, available: true },
  labels: { id: 'URL Slug', exists: 'Is Taken', available: 'Is Available' },
  // An answer that does not say it must not count as “free”.
  complete: (records, { input: { urlSlug: id } }) =>
    records.map(({ exists }) => {
      if (isTrue(exists)) return { id, exists: true, available: false, revision: 'taken' };
      return String(exists) === 'false'
        ? { id, exists: false, available: true, revision: 'available' }
        : { id, exists: null, available: null, revision: 'unknown' };
    }),
});

/** The API’s state of a blog post → what people read. */
export const postStatuses = {
  DRAFT: 'Draft',
  PUBLISHED: 'Published',
  SCHEDULED: 'Scheduled for the publish date',
  ARCHIVED: 'Archived',
};

/** Blog lists page by `offset` and `limit`; HighLevel's newer documents name 50 as the largest page. */
export const blogPages: Paging = {
  size: 50,
  params: ({ index, size }) => ({ offset: index * size, limit: size }),
};
