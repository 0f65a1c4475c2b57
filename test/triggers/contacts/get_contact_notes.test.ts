import getContactNotes from '../../../triggers/contacts/get_contact_notes.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('lists the notes of a contact', async () => {
  highlevel()
    .get('/contacts/c1/notes')
    .reply(200, { notes: [{ id: 'n1', body: 'Hello', userId: null, pinned: true }] });
  expect(await poll(getContactNotes, { contactId: 'c1' })).toMatchObject([
    { id: 'n1', body: 'Hello', userId: null, pinned: true, title: null, revision: 'new' },
  ]);
});
