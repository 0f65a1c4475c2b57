import updateContactNote from '../../../creates/contacts/update_contact_note.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('changes a note', async () => {
  highlevel()
    .put('/contacts/c1/notes/n1', { body: 'Prefers mornings', color: '#FFAA00', pinned: false })
    .reply(200, { note: { id: 'n1', body: 'Prefers mornings', pinned: false } });
  const note = await run(updateContactNote, {
    contactId: 'c1',
    id: 'n1',
    body: 'Prefers mornings',
    color: '#FFAA00',
    pinned: 'no',
  });
  expect(note).toMatchObject({ id: 'n1', body: 'Prefers mornings', pinned: false, title: null });
});
