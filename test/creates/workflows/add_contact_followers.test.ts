import addContactFollowers from '../../../creates/workflows/add_contact_followers.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('adds followers and tells all of them', async () => {
  highlevel()
    .post('/contacts/c1/followers', { followers: ['u1', 'u2'] })
    .reply(201, { followers: ['u0', 'u1', 'u2'], followersAdded: ['u1', 'u2'] });
  expect(
    await run(addContactFollowers, { contactId: 'c1', followers: ['u1', 'u2'] }),
  ).toMatchObject({ id: 'c1', followers: ['u0', 'u1', 'u2'], followersAdded: ['u1', 'u2'] });
});
