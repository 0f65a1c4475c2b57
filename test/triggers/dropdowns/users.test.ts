import listUserChoices from '../../../triggers/dropdowns/list_user_choices.ts';
import listUserScopes from '../../../triggers/dropdowns/list_user_scopes.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const dropdown = (page = 0) => ({ meta: { isFillingDynamicDropdown: true, page } });

const listed = (users: object[]) =>
  highlevel().get('/users/?locationId=loc1').reply(200, { users });

test('the users of the sub-account by name, else by e-mail or id', async () => {
  listed([
    { id: 'u1', name: 'Amelia Hart' },
    { id: 'u2', firstName: 'Daniel', lastName: 'Okafor' },
    { id: 'u3', email: 'sofia@example.com' },
    { id: 'u4' },
  ]);
  expect((await poll(listUserChoices, {}, dropdown())).map(({ name }) => name)).toEqual([
    'Amelia Hart',
    'Daniel Okafor',
    'sofia@example.com',
    'u4',
  ]);
});

test('an empty list explains itself in its only choice', async () => {
  listed([]);
  expect(await poll(listUserChoices, {}, dropdown())).toEqual([
    {
      id: 'no-users-in-this-sub-account',
      name: 'No users in this sub-account: agency owners are not listed. Type the user’s ID instead.',
    },
  ]);
});

test('there is no second page in a sub-account', async () => {
  expect(await poll(listUserChoices, {}, dropdown(1))).toEqual([]);
});

test('an agency finds users by the search, those of the chosen sub-account or all', async () => {
  const asked = (query: Record<string, string>) =>
    highlevel()
      .get('/users/search')
      .query({ companyId: 'com1', skip: '100', limit: '100', ...query })
      .reply(200, { users: [{ id: 'u1', name: 'Nora North' }], count: 1 });
  const setting = { ...dropdown(1), authData: agencyConnection };
  asked({});
  expect(await poll(listUserChoices, { role: 'admin' }, setting)).toMatchObject([{ id: 'u1' }]);
  asked({ locationId: 'loc2' });
  expect(await poll(listUserChoices, { locationId: 'loc2' }, setting)).toHaveLength(1);
});

test('scopes have plain labels', async () => {
  const scopes = await poll(listUserScopes, {}, dropdown());
  expect(scopes).toHaveLength(194);
  expect(scopes).toContainEqual({ id: 'contacts.write', name: 'Contacts: edit' });
  expect(scopes).toContainEqual({
    id: 'opportunities/leadValue.readonly',
    name: 'Opportunities, lead value: view',
  });
  expect(scopes).toContainEqual({
    id: 'payments/subscriptions.pauseResumeCancel',
    name: 'Payments, subscriptions: pause, resume or cancel',
  });
});
