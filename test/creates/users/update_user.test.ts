import updateUser from '../../../creates/users/update_user.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, fieldsOf, run } from '../../support/run.ts';

const updated = (body: object) =>
  highlevel()
    .put('/users/u1', { companyId: 'com1', ...body })
    .reply(200, { id: 'u1', lastName: 'Okafor', traceId: 't1' });

test('sends only what is filled in, and no permissions', async () => {
  updated({ lastName: 'Okafor', role: 'admin' });
  const user = await run(updateUser, {
    userId: 'u1',
    lastName: 'Okafor',
    role: 'admin',
    phone: '',
  });
  expect(user).toMatchObject({ id: 'u1', lastName: 'Okafor' });
  expect(user).not.toHaveProperty('traceId');
});

test('sends the other permissions again, those that the document knows', async () => {
  highlevel()
    .get('/users/u1')
    .reply(200, {
      id: 'u1',
      permissions: { contactsEnabled: false, refundsEnabled: true, certificatesEnabled: true },
    });
  updated({ permissions: { contactsEnabled: false, refundsEnabled: false } });
  const input = { userId: 'u1', permissions__refundsEnabled: 'no', permissions__tagsEnabled: '' };
  expect(await run(updateUser, input)).toMatchObject({ id: 'u1' });
});

test('an agency may change the sub-accounts', async () => {
  updated({ locationIds: ['loc2'], password: 'Correct-Horse-7' });
  await run(
    updateUser,
    { userId: 'u1', locationIds: ['loc2'], password: 'Correct-Horse-7' },
    { authData: agencyConnection },
  );
});

test('takes all scopes and numbers away only if asked to', async () => {
  updated({ scopes: [], twilioPhone: {} });
  await run(updateUser, { userId: 'u1', clear: ['scopes', 'twilioPhone'], scopes: [] });
});

test('asks for no e-mail, which HighLevel does not change any more', async () => {
  const keys = (await fieldsOf(updateUser)).map(({ key }) => key);
  expect(keys).toContain('firstName');
  expect(keys).not.toContain('email');
});

test('finds the other permissions in a wrapper, too', async () => {
  highlevel()
    .get('/users/u1')
    .reply(200, { user: { id: 'u1', permissions: { contactsEnabled: false } } });
  updated({ permissions: { contactsEnabled: false, tagsEnabled: true } });
  await run(updateUser, { userId: 'u1', permissions__tagsEnabled: 'yes' });
});

test('changes no permissions where the present ones could not be read', async () => {
  highlevel().get('/users/u1').reply(200, {});
  const input = { userId: 'u1', permissions__tagsEnabled: 'yes' };
  expect(await failure(run(updateUser, input))).toContain('so nothing was changed');
});

test('a blank scope takes no scopes away, and a blank permission none', async () => {
  updated({ lastName: 'Okafor' });
  const blanks = { scopes: [' '], firstName: ' ', permissions__tagsEnabled: ' ' };
  const user = await run(updateUser, { userId: 'u1', lastName: 'Okafor', ...blanks });
  expect(user).toMatchObject({ id: 'u1' });
});
