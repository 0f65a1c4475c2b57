import filterUsersByEmail from '../../../triggers/users/filter_users_by_email.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const emails = ['ann@example.com', 'bob@example.com'];

test('asks for whole users by their addresses; numbers are texts there', async () => {
  highlevel()
    .post('/users/search/filter-by-email', {
      companyId: 'com1',
      emails: 'ann@example.com,bob@example.com',
      deleted: false,
      projection: 'all',
      skip: '0',
      limit: '100',
    })
    .reply(200, { users: [{ id: 'u1', email: 'ann@example.com' }], count: 1 });
  const setting = { authData: agencyConnection };
  expect(await poll(filterUsersByEmail, { emails }, setting)).toMatchObject([{ id: 'u1' }]);
});

test('says that it needs an agency connection', async () => {
  expect(await failure(poll(filterUsersByEmail, { emails }))).toContain(
    'This needs an agency connection',
  );
});

test('says which address is none', async () => {
  const input = { emails: ['ann@example.com', 'bob'] };
  expect(await failure(poll(filterUsersByEmail, input, { authData: agencyConnection }))).toContain(
    '“Emails” (item 2) must be an email address.',
  );
});
