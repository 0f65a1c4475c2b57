import searchUsers from '../../../triggers/users/search_users.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { fieldsOf, poll } from '../../support/run.ts';

const asked = (query: Record<string, string>) =>
  highlevel()
    .get('/users/search')
    .query({ companyId: 'com1', skip: '0', sort: 'dateAdded', sortDirection: 'desc', ...query })
    .reply(200, { users: [{ id: 'u1', name: 'Amelia Hart' }], count: 1 });

test('looks in the connected sub-account with every filter', async () => {
  asked({
    locationId: 'loc1',
    query: 'hart',
    type: 'account',
    role: 'admin',
    ids: 'u1,u2',
    enabled2waySync: 'true',
    limit: '100',
  });
  const records = await poll(searchUsers, {
    query: 'hart',
    type: 'account',
    role: 'admin',
    ids: ['u1', 'u2'],
    enabled2waySync: 'yes',
  });
  expect(records).toMatchObject([{ id: 'u1', name: 'Amelia Hart', revision: 'new', phone: null }]);
});

test('an agency looks in all its sub-accounts, or in one', async () => {
  const setting = { authData: agencyConnection, meta: { isLoadingSample: true } };
  asked({ limit: '3' });
  expect(await poll(searchUsers, {}, setting)).toHaveLength(1);
  asked({ limit: '3', locationId: 'loc2' });
  expect(await poll(searchUsers, { locationId: 'loc2' }, setting)).toHaveLength(1);
});

test('only an agency is offered sub-accounts', async () => {
  const keys = async (setting = {}) =>
    (await fieldsOf(searchUsers, {}, setting)).map(({ key }) => key);
  expect(await keys()).not.toContain('locationId');
  expect(await keys({ authData: agencyConnection })).toContain('locationId');
});

test('a change of permissions fires', async () => {
  const once = async (refundsEnabled: boolean) => {
    highlevel()
      .get('/users/search')
      .query(true)
      .reply(200, { users: [{ id: 'u1', permissions: { refundsEnabled } }] });
    return (await poll(searchUsers, { triggerOn: 'changed' }))[0]?.revision;
  };
  expect(await once(true)).not.toBe(await once(false));
});
