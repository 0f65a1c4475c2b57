import removeContactFollowers from '../../../creates/workflows/remove_contact_followers.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('removes certain followers', async () => {
  highlevel()
    .delete('/contacts/c1/followers', { followers: ['u1'] })
    .reply(200, { followers: ['u2'], followersRemoved: ['u1'] });
  expect(await run(removeContactFollowers, { contactId: 'c1', followers: 'u1' })).toMatchObject({
    id: 'c1',
    followers: ['u2'],
    followersRemoved: ['u1'],
  });
});
