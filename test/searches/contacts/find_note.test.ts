import findNote from '../../../searches/contacts/find_note.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const notes = [
  { id: 'old', bodyText: 'Asked for a quote', userId: 'u1', dateAdded: '2026-03-01T10:00:00Z' },
  { id: 'new', body: '<p>Sent the quote</p>', userId: null, dateAdded: '2026-03-02T10:00:00Z' },
];

test.each([
  [{}, ['new', 'old']],
  [{ body: 'QUOTE' }, ['new', 'old']],
  [{ body: 'asked' }, ['old']],
  [{ userId: 'u1' }, ['old']],
  [{ body: 'nothing like it' }, []],
])('the latest of a contact: %j', async (input, ids) => {
  highlevel().get('/contacts/c1/notes').reply(200, { notes });
  const found = await poll(findNote, { contactId: 'c1', ...input });
  expect(found.map(({ id }) => id)).toEqual(ids);
});

test('an unknown contact has none', async () => {
  highlevel().get('/contacts/c1/notes').reply(400, { message: 'Contact with id c1 not found' });
  expect(await poll(findNote, { contactId: 'c1' })).toEqual([]);
});
