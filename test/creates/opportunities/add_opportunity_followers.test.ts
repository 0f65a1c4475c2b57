import addFollowers from '../../../creates/opportunities/add_opportunity_followers.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('adds followers', async () => {
  highlevel()
    .post('/opportunities/o1/followers', { followers: ['u1', 'u2'] })
    .reply(201, { followers: ['u0', 'u1', 'u2'], followersAdded: ['u1', 'u2'] });
  expect(await run(addFollowers, { id: 'o1', followers: ['u1', 'u2', ''] })).toEqual({
    id: 'o1',
    followers: ['u0', 'u1', 'u2'],
    followersAdded: ['u1', 'u2'],
  });
});

test('followers are required', async () => {
  expect(await failure(run(addFollowers, { id: 'o1', followers: [] }))).toContain(
    '“Followers” is required.',
  );
});
