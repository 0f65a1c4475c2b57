import findUser from '../../../searches/users/find_user.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const users = [
  { id: 'u1', name: 'Daniel Okafor', email: 'daniel@example.com', password: 'hidden' },
  { id: 'u2', firstName: 'Sofia', lastName: 'Reyes', email: 'Sofia@example.com' },
];

test.each([
  [{ email: 'sofia@EXAMPLE.com' }, ['u2']],
  [{ name: 'sofia reyes' }, ['u2']],
  [{ name: 'Daniel Okafor', email: 'sofia@example.com' }, []],
  [{}, ['u1', 'u2']],
])('%j', async (input, ids) => {
  highlevel().get('/users/?locationId=loc1').reply(200, { users });
  const found = await poll(findUser, input);
  expect(found.map(({ id }) => id)).toEqual(ids);
  expect(JSON.stringify(found)).not.toContain('hidden');
});
