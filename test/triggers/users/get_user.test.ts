import getUser from '../../../triggers/users/get_user.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const answered = (more: object) =>
  highlevel()
    .get('/users/u1')
    .reply(200, { id: 'u1', name: 'Amelia Hart', roles: { role: 'admin' }, ...more });

const polled = async (more: object) => {
  answered(more);
  return (await poll(getUser, { userId: 'u1' }))[0];
};

test('reads the user, which comes without a wrapper', async () => {
  const user = await polled({ traceId: 't1' });
  expect(user).toMatchObject({ id: 'u1', roles: { role: 'admin' }, scopes: null });
  expect(user).not.toHaveProperty('traceId');
});

test('fires when the user changes, not when only the trace does', async () => {
  const first = await polled({ traceId: 't1' });
  expect((await polled({ traceId: 't2' }))?.revision).toBe(first?.revision);
  expect((await polled({ phone: '+14155550188' }))?.revision).not.toBe(first?.revision);
});

test('the choice that stands for “no users” is refused', async () => {
  const userId = 'no-users-in-this-sub-account';
  expect(await failure(poll(getUser, { userId }))).toContain(
    '“User” is not chosen yet: this sub-account lists no users.',
  );
});
