import deleteUser from '../../../creates/users/delete_user.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('deletes the user and gives what HighLevel says', async () => {
  const message = 'Queued deleting user with e-mail a@example.com and name A B.';
  highlevel().delete('/users/u1').reply(200, { succeded: true, message });
  expect(await run(deleteUser, { userId: 'u1' })).toMatchObject({
    id: 'u1',
    deleted: true,
    message,
  });
});
