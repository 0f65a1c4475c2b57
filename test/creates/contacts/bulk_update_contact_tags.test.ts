import bulkUpdateContactTags from '../../../creates/contacts/bulk_update_contact_tags.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test.each(['add', 'remove'])('%s tags of many contacts', async (type) => {
  highlevel()
    .post(`/contacts/bulk/tags/update/${type}`, {
      locationId: 'loc1',
      contacts: ['c1', 'c2'],
      tags: ['vip'],
    })
    .reply(201, { succeded: true, errorCount: 0, responses: ['c1', 'c2'] });
  expect(await run(bulkUpdateContactTags, { type, contacts: ['c1', 'c2'], tags: ['vip'] })).toEqual(
    { succeeded: true, errorCount: 0, responses: ['c1', 'c2'] },
  );
});

test('removes all tags', async () => {
  highlevel()
    .post('/contacts/bulk/tags/update/remove', {
      locationId: 'loc1',
      contacts: ['c1'],
      tags: ['vip'],
      removeAllTags: true,
    })
    .reply(201, { succeded: true, errorCount: 0, responses: [] });
  const input = { type: 'remove', contacts: ['c1'], tags: ['vip'], removeAllTags: true };
  expect(await run(bulkUpdateContactTags, input)).toMatchObject({ succeeded: true });
});

test('knows adding and removing only', async () => {
  const input = { type: '../delete', contacts: ['c1'], tags: ['vip'] };
  expect(await failure(run(bulkUpdateContactTags, input))).toContain(
    '“What to Do” must be one of: add, remove.',
  );
});
