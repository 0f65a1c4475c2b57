import listBlogAuthors from '../../../triggers/blogs/list_blog_authors.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('reads the authors page by page', async () => {
  const full = Array.from({ length: 50 }, (_, index) => ({ _id: `a${index}`, name: 'A' }));
  highlevel()
    .get('/blogs/authors')
    .query({ locationId: 'loc1', offset: 0, limit: 50 })
    .reply(200, { authors: full });
  highlevel()
    .get('/blogs/authors')
    .query({ locationId: 'loc1', offset: 50, limit: 50 })
    .reply(200, {
      authors: [{ _id: 'last', name: 'Maria', updatedAt: '2026-03-04T09:30:45.000Z' }],
    });

  const authors = await poll(listBlogAuthors, { triggerOn: 'changed' });

  expect(authors).toHaveLength(51);
  expect(authors.at(-1)).toMatchObject({ id: 'last', revision: '2026-03-04T09:30:45.000Z' });
});
