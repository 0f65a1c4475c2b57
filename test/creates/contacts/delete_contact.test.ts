import deleteContact from '../../../creates/contacts/delete_contact.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('deletes a contact, without a body', async () => {
  highlevel().delete('/contacts/c1', '').reply(200, { succeded: true, succeeded: true });
  expect(await run(deleteContact, { contactId: 'c1' })).toMatchObject({ id: 'c1', deleted: true });
});

test('does not claim what HighLevel denies', async () => {
  highlevel().delete('/contacts/c1').reply(200, { succeded: false });
  expect(await failure(run(deleteContact, { contactId: 'c1' }))).toBe(
    'HighLevel answered that it did not do this.',
  );
});
