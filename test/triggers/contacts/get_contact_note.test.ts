import getContactNote from '../../../triggers/contacts/get_contact_note.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const revision = async (note: object) => {
  highlevel()
    .get('/contacts/c1/notes/n1')
    .reply(200, { note, traceId: String(Math.random()) });
  const [read] = await poll(getContactNote, { contactId: 'c1', id: 'n1' });
  expect(read).toMatchObject({ id: 'n1', contactId: 'c1' });
  return read?.revision;
};

test('reads one note, whose revision follows its text', async () => {
  const note = { id: 'n1', contactId: 'c1', body: 'Prefers mornings' };
  const first = await revision(note);
  expect(await revision(note)).toBe(first);
  expect(await revision({ ...note, body: 'Prefers evenings' })).not.toBe(first);
});
