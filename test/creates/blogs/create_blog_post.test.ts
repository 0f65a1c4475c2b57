import createBlogPost from '../../../creates/blogs/create_blog_post.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const input = {
  blogId: 'b1',
  title: 'Summer',
  rawHTML: '<p>Hi {{contact.first_name}}</p>',
  description: 'Dry weather',
  author: 'a1',
  categories: ['c1', 'c2'],
  urlSlug: 'summer',
  imageUrl: 'https://example.com/1.jpg',
  imageAltText: 'Lavender',
  publishedAt: '2026-03-02T09:00:00-07:00',
};

test('creates a draft, merge tags intact and the date in UTC', async () => {
  highlevel()
    .post('/blogs/posts', {
      ...input,
      locationId: 'loc1',
      status: 'DRAFT',
      publishedAt: '2026-03-02T16:00:00.000Z',
    })
    .reply(200, { data: { _id: 'p1', title: 'Summer', urlSlug: 'summer-1' } });

  const post = await run(createBlogPost, input);

  expect(post).toMatchObject({ id: 'p1', title: 'Summer', urlSlug: 'summer-1', tags: null });
  expect(post).not.toHaveProperty('_id');
});

test('sends status, tags and canonical link where they are given', async () => {
  const more = { status: 'PUBLISHED', tags: ['garden'], canonicalLink: 'https://example.com/s' };
  highlevel()
    .post('/blogs/posts', {
      ...input,
      ...more,
      locationId: 'loc1',
      publishedAt: '2026-03-02T16:00:00.000Z',
    })
    .reply(200, { data: { _id: 'p1' } });

  expect(await run(createBlogPost, { ...input, ...more })).toMatchObject({ id: 'p1' });
});

test('names what is missing', async () => {
  expect(await failure(run(createBlogPost, { ...input, author: '', title: '' }))).toContain(
    '“Title” is required. “Author” is required.',
  );
});
