import createContactNote from '../../../creates/contacts/create_contact_note.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('adds a note to the contact, merge tags intact', async () => {
  highlevel()
    .post('/contacts/c1/notes', { body: 'Hi {{contact.first_name}}', userId: 'u1', pinned: true })
    .reply(201, { note: { id: 'n1', contactId: 'c1', body: 'Hi {{contact.first_name}}' } });

  const note = await run(createContactNote, {
    contactId: 'c1',
    body: 'Hi {{contact.first_name}}',
    userId: 'u1',
    pinned: 'yes',
    title: '',
  });

  expect(note).toMatchObject({ id: 'n1', contactId: 'c1', body: 'Hi {{contact.first_name}}' });
});

test.each(['..', 'a/b', ' ', 'a\nb'])('sends nothing to a contact called %j', async (contactId) => {
  expect(await failure(run(createContactNote, { contactId, body: 'x' }))).toContain('“Contact”');
});
