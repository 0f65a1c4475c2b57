import listBlogPosts from '../../../triggers/blogs/list_blog_posts.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

test('reads the posts of a blog site by status and title', async () => {
  highlevel()
    .get('/blogs/posts/all')
    .query({
      locationId: 'loc1',
      blogId: 'b1',
      status: 'DRAFT',
      searchTerm: 'summer',
      offset: 0,
      limit: 50,
    })
    .reply(200, { blogs: [{ _id: 'p1', title: 'Summer', updatedAt: '2026-03-04T09:30:45.000Z' }] });

  const input = { blogId: 'b1', status: 'DRAFT', searchTerm: 'summer', triggerOn: 'changed' };
  expect(await poll(listBlogPosts, input)).toMatchObject([
    { id: 'p1', title: 'Summer', revision: '2026-03-04T09:30:45.000Z' },
  ]);
});

test('as a dropdown it takes only the blog site over from the other step', async () => {
  highlevel()
    .get('/blogs/posts/all')
    .query({ locationId: 'loc1', blogId: 'b1', offset: 50, limit: 50 })
    .reply(200, { blogs: [] });

  const meta = { isFillingDynamicDropdown: true, page: 1 };
  expect(await poll(listBlogPosts, { blogId: 'b1', status: 'DRAFT' }, { meta })).toEqual([]);
});

test('asks for the blog site', async () => {
  expect(await failure(poll(listBlogPosts))).toContain('“Blog Site” is required.');
});
