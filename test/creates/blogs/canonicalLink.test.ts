import updateBlogPost from '../../../creates/blogs/update_blog_post.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

const canonicalLink = 'https://blog.example.com/post/summer';

test.each([
  ['stays as it is', {}, canonicalLink],
  ['is changed', { canonicalLink: 'https://example.com/x' }, 'https://example.com/x'],
])('the canonical link of a post %s', async (_, input, sent) => {
  highlevel()
    .get('/blogs/posts/all?locationId=loc1&blogId=b1&offset=0&limit=50')
    .reply(200, { blogs: [{ _id: 'p1', title: 'Summer', canonicalLink }] });
  highlevel()
    .put('/blogs/posts/p1', (body) => body.canonicalLink === sent && body.title === 'Summer')
    .reply(200, { updatedBlogPost: { _id: 'p1' } });
  const ids = { blogId: 'b1', postId: 'p1', rawHTML: '<p>New</p>' };
  expect(await run(updateBlogPost, { ...ids, ...input })).toMatchObject({ id: 'p1' });
});
