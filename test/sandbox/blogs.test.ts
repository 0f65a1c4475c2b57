import { type Client, clientOf, useSandbox } from './client.ts';

type Listed = { _id: string; [key: string]: unknown };

const sandbox = useSandbox();
let client: Client;
let where: string;
let post: Record<string, unknown>;
beforeAll(async () => {
  client = await clientOf(sandbox());
  where = `locationId=${client.locationId}`;
  const [site] = await list('site/all', 'data', '&skip=0&limit=10');
  const [author] = await list('authors', 'authors');
  const [category] = await list('categories', 'categories');
  post = {
    locationId: client.locationId,
    blogId: site?._id,
    author: author?._id,
    categories: [category?._id],
    title: 'Summer',
    rawHTML: '<p>Hello</p>',
    description: 'Dry',
    imageUrl: 'https://example.com/1.jpg',
    imageAltText: 'Lavender',
    status: 'DRAFT',
    urlSlug: 'summer',
    publishedAt: '2026-03-02T16:00:00.000Z',
  };
});

const list = async (path: string, key: string, more = '&limit=50&offset=0') =>
  (await client.call(`GET /blogs/${path}?${where}${more}`)).body[key] as Listed[];
const posts = (more = '') =>
  list('posts/all', 'blogs', `&blogId=${post.blogId}&limit=50&offset=0${more}`);
const exists = async (slug: string, more = '') =>
  (await client.call(`GET /blogs/posts/url-slug-exists?${where}&urlSlug=${slug}${more}`)).body
    .exists;

test('seeds a site with authors, categories and posts', async () => {
  expect(await list('authors', 'authors')).toHaveLength(2);
  expect(await list('categories', 'categories')).toHaveLength(3);
  expect(await posts()).toHaveLength(3);
  expect(await posts('&status=DRAFT')).toMatchObject([{ title: 'Our New X-Ray Machine' }]);
  expect(await posts('&searchTerm=whitening')).toHaveLength(1);
});

test('limit and offset are required, more than 50 is refused', async () => {
  expect((await client.call(`GET /blogs/authors?${where}`)).status).toBe(422);
  expect((await client.call(`GET /blogs/authors?${where}&limit=51&offset=0`)).status).toBe(400);
});

test('creates, updates and lists a post without its content', async () => {
  const made = await client.call('POST /blogs/posts', post);
  const { _id } = made.body.data as Listed;
  expect(made.body.data).toMatchObject({ title: 'Summer', archived: false });
  expect(made.body.data).not.toHaveProperty('rawHTML');
  expect(await exists('summer')).toBe(true);
  expect(await exists('summer', `&postId=${_id}`)).toBe(false);
  const changed = await client.call(`PUT /blogs/posts/${_id}`, { ...post, status: 'ARCHIVED' });
  expect(changed.body.updatedBlogPost).toMatchObject({ _id, urlSlug: 'summer', archived: true });
  expect((await posts())[0]).toMatchObject({ _id, status: 'ARCHIVED' });
});

test('puts a number behind a slug that is taken', async () => {
  const urlSlug = 'whitening-at-home';
  const { body } = await client.call('POST /blogs/posts', { ...post, urlSlug });
  expect(body.data).toMatchObject({ urlSlug: 'whitening-at-home-1' });
});

test('an update wants the whole post', async () => {
  const [known] = await posts();
  const { status, body } = await client.call(`PUT /blogs/posts/${known?._id}`, {
    locationId: client.locationId,
    title: 'Only this',
  });
  expect(status).toBe(422);
  expect(body.message).toContain('rawHTML should not be empty');
});

test.each([
  [{ author: 'nobody' }, 400],
  [{ categories: ['none'] }, 400],
  [{ blogId: 'none' }, 400],
  [{ publishedAt: 'soon' }, 422],
  [{ status: 'LIVE' }, 422],
  [{ slug: 'x' }, 422],
])('a post with %j is a %d', async (wrong, status) => {
  expect((await client.call('POST /blogs/posts', { ...post, ...wrong })).status).toBe(status);
});
