import listBlogCategories from '../../../triggers/blogs/list_blog_categories.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('reads the categories', async () => {
  highlevel()
    .get('/blogs/categories')
    .query({ locationId: 'loc1', offset: 0, limit: 50 })
    .reply(200, { categories: [{ _id: 'c1', label: 'Spring', urlSlug: 'spring' }] });

  expect(await poll(listBlogCategories)).toMatchObject([
    { id: 'c1', label: 'Spring', urlSlug: 'spring', revision: 'new' },
  ]);
});
