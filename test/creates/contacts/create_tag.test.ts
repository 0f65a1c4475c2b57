import createTag from '../../../creates/contacts/create_tag.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('creates the tag', async () => {
  highlevel()
    .post('/locations/loc1/tags', { name: 'VIP' })
    .reply(201, { tag: { id: 't1', name: 'vip', locationId: 'loc1' } });
  expect(await run(createTag, { name: 'VIP' })).toEqual({
    id: 't1',
    name: 'vip',
    locationId: 'loc1',
  });
});

test('finds it if HighLevel failed after making it', async () => {
  highlevel().post('/locations/loc1/tags').reply(500, { message: 'Internal server error' });
  highlevel()
    .get('/locations/loc1/tags')
    .reply(200, { tags: [{ id: 't1', name: 'vip' }] });
  expect(await run(createTag, { name: 'VIP' })).toMatchObject({ id: 't1' });
});
