import createUser from '../../../creates/users/create_user.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, fieldsOf, run } from '../../support/run.ts';

const person = {
  firstName: 'Daniel',
  lastName: 'Okafor',
  email: 'daniel@example.com',
  password: 'Correct-Horse-7',
};

const created = (body: object) =>
  highlevel()
    .post('/users/', { companyId: 'com1', ...person, ...body })
    .reply(201, { id: 'u1', ...person, password: undefined });

test('a sub-account’s connection creates a user of its own', async () => {
  created({ type: 'account', role: 'user', locationIds: ['loc1'] });
  expect(await run(createUser, person)).toMatchObject({ id: 'u1', firstName: 'Daniel' });
});

test('everything in the form is sent', async () => {
  created({
    type: 'account',
    role: 'admin',
    phone: '+14155550188',
    locationIds: ['loc1'],
    permissions: { refundsEnabled: false, contactsEnabled: true },
    scopes: ['contacts.write'],
    scopesAssignedToOnly: ['calendars.readonly', 'calendars.write'],
    platformLanguage: 'pt_BR',
    profilePhoto: 'https://example.com/daniel.png',
    twilioPhone: { loc1: '+14155550100' },
  });
  await run(createUser, {
    ...person,
    role: 'admin',
    phone: '+14155550188',
    permissions__refundsEnabled: 'no',
    permissions__contactsEnabled: true,
    permissions__tagsEnabled: '',
    scopes: ['contacts.write'],
    scopesAssignedToOnly: ['calendars.readonly', 'calendars.write'],
    platformLanguage: 'pt_BR',
    profilePhoto: 'https://example.com/daniel.png',
    twilioNumber: '+14155550100',
  });
});

test('an agency chooses the sub-accounts, and a number for each', async () => {
  created({
    type: 'account',
    role: 'user',
    locationIds: ['loc1', 'loc2'],
    twilioPhone: { loc1: '+14155550100', loc2: '+14155550101' },
  });
  await run(
    createUser,
    {
      ...person,
      locationIds: ['loc1', 'loc2'],
      twilioPhone: [
        { location: 'loc1', number: '+14155550100' },
        { location: 'loc2', number: '+14155550101' },
      ],
    },
    { authData: agencyConnection },
  );
});

test('an agency user has no sub-accounts, a sub-account user needs one', async () => {
  const setting = { authData: agencyConnection };
  created({ type: 'agency', role: 'admin', locationIds: [] });
  await run(createUser, { ...person, type: 'agency', role: 'admin' }, setting);
  expect(await failure(run(createUser, person, setting))).toContain(
    '“Sub-Accounts” is required for a sub-account user: choose where the user works.',
  );
});

test('the form fits the connection', async () => {
  const keys = async (setting = {}) =>
    (await fieldsOf(createUser, {}, setting)).map(({ key }) => key);
  const own = await keys();
  const agency = await keys({ authData: agencyConnection });
  expect(own).toEqual(expect.arrayContaining(['twilioNumber']));
  expect(own).not.toEqual(expect.arrayContaining(['locationIds']));
  expect(own).not.toEqual(expect.arrayContaining(['twilioPhone']));
  expect(agency).toEqual(expect.arrayContaining(['locationIds', 'twilioPhone']));
  expect(agency).not.toEqual(expect.arrayContaining(['twilioNumber']));
});

test('permissions are labelled switches in a section of their own, the password is hidden', async () => {
  const fields = await fieldsOf(createUser);
  const switches = fields.filter(({ group }) => group === 'permissions');
  expect(switches).toHaveLength(38);
  expect(switches).toContainEqual({
    key: 'permissions__refundsEnabled',
    label: 'Refunds',
    choices: ['Yes', 'No'],
    group: 'permissions',
  });
  expect(fields.find(({ key }) => key === 'password')).toMatchObject({ type: 'password' });
});
