import removeContactTags from '../../../creates/contacts/remove_contact_tags.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('removes tags by a DELETE with a body', async () => {
  highlevel()
    .delete('/contacts/c1/tags', { tags: ['vip'] })
    .matchHeader('content-type', 'application/json')
    .reply(200, { tags: ['old'], tagsRemoved: ['vip'] });
  expect(await run(removeContactTags, { contactId: 'c1', tags: ['vip'] })).toEqual({
    id: 'c1',
    tags: ['old'],
    tagsRemoved: ['vip'],
  });
});

test('names them as HighLevel keeps them, however they are written', async () => {
  highlevel()
    .delete('/contacts/c1/tags', { tags: ['vip', 'new lead'] })
    .reply(200, { tags: [], tagsRemoved: ['vip', 'new lead'] });
  const input = { contactId: 'c1', tags: [' VIP', 'New Lead '] };
  expect(await run(removeContactTags, input)).toMatchObject({ tags: [] });
});
