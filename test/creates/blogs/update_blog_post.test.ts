import updateBlogPost from '../../../creates/blogs/update_blog_post.ts';
import { fakeDate } from '../../polling/world.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';
import { bundleOf, performOf, plainZ } from '../../support/zapier.ts';

const known = {
  _id: 'p1',
  title: 'Summer',
  description: 'Dry weather',
  author: 'a1',
  categories: ['c1'],
  urlSlug: 'summer',
  imageUrl: 'https://example.com/1.jpg',
  imageAltText: 'Lavender',
  status: 'PUBLISHED',
  archived: false,
  tags: ['garden'],
  publishedAt: '2026-03-02T16:00:00.000Z',
  updatedAt: '2026-03-04T09:30:45.000Z',
};
const page = (offset: number) =>
  highlevel()
    .get('/blogs/posts/all')
    .query({ locationId: 'loc1', blogId: 'b1', offset, limit: 50 });
const ids = { blogId: 'b1', postId: 'p1', rawHTML: '<p>New {{contact.first_name}}</p>' };

test('sends the rest of the post again, because an update writes all of it', async () => {
  page(0).reply(200, { blogs: [{ _id: 'other' }, known] });
  highlevel()
    .put('/blogs/posts/p1', {
      locationId: 'loc1',
      blogId: 'b1',
      rawHTML: '<p>New {{contact.first_name}}</p>',
      title: 'Late summer',
      description: 'Dry weather',
      author: 'a1',
      categories: ['c1'],
      urlSlug: 'summer',
      imageUrl: 'https://example.com/1.jpg',
      imageAltText: 'Lavender',
      status: 'PUBLISHED',
      tags: ['garden'],
      publishedAt: '2026-03-02T16:00:00.000Z',
    })
    .reply(200, { updatedBlogPost: { ...known, title: 'Late summer' } });

  const post = await run(updateBlogPost, { ...ids, title: 'Late summer', tags: [], author: '' });

  expect(post).toMatchObject({ id: 'p1', title: 'Late summer', categories: ['c1'] });
});

test('looks through the pages of the blog site', async () => {
  page(0).reply(200, { blogs: Array.from({ length: 50 }, (_, index) => ({ _id: `x${index}` })) });
  page(50).reply(200, { blogs: [known] });
  highlevel()
    .put('/blogs/posts/p1', /"title":"Summer"/)
    .reply(200, { updatedBlogPost: known });

  expect(await run(updateBlogPost, ids)).toMatchObject({ id: 'p1' });
});

test('finds a post whose id is a number', async () => {
  page(0).reply(200, { blogs: [{ ...known, _id: 7 }] });
  highlevel()
    .put('/blogs/posts/7', /"title":"Summer"/)
    .reply(200, { updatedBlogPost: { ...known, _id: 7 } });

  expect(await run(updateBlogPost, { ...ids, postId: '7' })).toMatchObject({ id: '7' });
});

test('writes nothing to a post that is not in the blog site', async () => {
  page(0).reply(200, { blogs: [{ _id: 'other' }] });

  expect(await failure(run(updateBlogPost, ids))).toContain('did not find this blog post');
});

test('asks for the content, which HighLevel does not hand out', async () => {
  expect(await failure(run(updateBlogPost, { postId: 'p1' }))).toContain(
    '“Blog Site” is required. “Content” is required.',
  );
});

test('gives up in time where the post is not found, and does not say that it is gone', async () => {
  fakeDate();
  try {
    let [now, requests] = [Date.now(), 0];
    const z = plainZ(({ method }) => {
      expect(method).toBe('GET');
      requests += 1;
      now += 900;
      jest.setSystemTime(now);
      return { blogs: Array.from({ length: 50 }, (_, index) => ({ _id: `${requests} ${index}` })) };
    });
    const began = now;
    const said = await failure(performOf(updateBlogPost)(z, bundleOf(ids)));
    expect(said).toContain('so nothing was changed');
    expect(said).not.toContain('deleted');
    expect(now - began).toBeLessThan(27_000);
  } finally {
    jest.useRealTimers();
  }
});

test('what was read is sent again in whichever form HighLevel gives it', async () => {
  const found = {
    ...known,
    author: { _id: 'a1', name: 'Ana' },
    categories: [{ _id: 'c1', label: 'Garden' }],
    publishedAt: Date.parse(known.publishedAt),
  };
  page(0).reply(200, { blogs: [found] });
  const { author, categories, publishedAt } = known;
  highlevel()
    .put('/blogs/posts/p1', (body) => {
      expect(body).toMatchObject({ author, categories, publishedAt, title: 'Summer' });
      return true;
    })
    .reply(200, { updatedBlogPost: known });

  expect(await run(updateBlogPost, ids)).toMatchObject({ id: 'p1' });
});
