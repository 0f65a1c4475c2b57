import deleteContactNote from '../../../creates/contacts/delete_contact_note.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('deletes a note, without a body', async () => {
  highlevel().delete('/contacts/c1/notes/n1', '').reply(200, { succeded: true, succeeded: true });
  expect(await run(deleteContactNote, { contactId: 'c1', id: 'n1' })).toMatchObject({
    id: 'n1',
    deleted: true,
  });
});
