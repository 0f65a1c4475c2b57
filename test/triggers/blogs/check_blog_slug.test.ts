import checkBlogSlug from '../../../triggers/blogs/check_blog_slug.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const asked = (more: object = {}) =>
  highlevel()
    .get('/blogs/posts/url-slug-exists')
    .query({ locationId: 'loc1', urlSlug: 'summer', ...more });

test('one record per slug, whose revision is its availability', async () => {
  asked().reply(200, { exists: false, traceId: 't1' });
  asked().reply(200, { exists: true, traceId: 't2' });

  expect(await poll(checkBlogSlug, { urlSlug: 'summer' })).toEqual([
    { id: 'summer', exists: false, available: true, revision: 'available' },
  ]);
  expect(await poll(checkBlogSlug, { urlSlug: 'summer' })).toEqual([
    { id: 'summer', exists: true, available: false, revision: 'taken' },
  ]);
});

test('leaves a post out of account; the blog site only helps to choose it', async () => {
  asked({ postId: 'p1' }).reply(200, { exists: false });

  const input = { urlSlug: 'summer', blogId: 'b1', postId: 'p1' };
  expect(await poll(checkBlogSlug, input)).toMatchObject([{ available: true }]);
});

test.each([
  [{ exists: 'true' }, ['taken']],
  [{ data: { exists: true } }, ['taken']],
  [{ exists: 'false' }, ['available']],
  [{ isTaken: true, traceId: 't1' }, ['unknown']],
  [{ traceId: 't1' }, []],
])('%j is told for what it is, and never guessed to be free', async (answer, revisions) => {
  asked().reply(200, answer);

  const records = await poll(checkBlogSlug, { urlSlug: 'summer' });
  expect(records.map(({ revision }) => revision)).toEqual(revisions);
});
