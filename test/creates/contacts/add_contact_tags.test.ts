import addContactTags from '../../../creates/contacts/add_contact_tags.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('adds tags', async () => {
  highlevel()
    .post('/contacts/c1/tags', { tags: ['vip'] })
    .reply(201, { tags: ['old', 'vip'], tagsAdded: ['vip'] });
  expect(await run(addContactTags, { contactId: 'c1', tags: 'vip' })).toEqual({
    id: 'c1',
    tags: ['old', 'vip'],
    tagsAdded: ['vip'],
  });
});
