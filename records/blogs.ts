import { record } from '../lib/record.ts';
import { isTrue, type JsonObject } from '../lib/values.ts';

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

/** The posts of a blog site; the list leaves the content out. */
export const blogPosts = record({ ...post, many: 'blogs' });

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
