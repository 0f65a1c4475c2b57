import listBlogs from '../../../triggers/blogs/list_blogs.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('reads the blog sites by name', async () => {
  highlevel()
    .get('/blogs/site/all')
    .query({ locationId: 'loc1', searchTerm: 'garden', skip: 0, limit: 50 })
    .reply(200, { data: [{ _id: 'b1', name: 'Garden Notes' }] });

  expect(await poll(listBlogs, { searchTerm: 'garden' })).toEqual([
    { id: 'b1', name: 'Garden Notes', revision: 'new' },
  ]);
});
