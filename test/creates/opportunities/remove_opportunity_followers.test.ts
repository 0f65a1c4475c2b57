import removeFollowers from '../../../creates/opportunities/remove_opportunity_followers.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('removes some followers', async () => {
  highlevel()
    .delete('/opportunities/o1/followers', { followers: ['u1'] })
    .reply(200, { followers: ['u2'], followersRemoved: ['u1'] });
  expect(await run(removeFollowers, { id: 'o1', followers: 'u1' })).toEqual({
    id: 'o1',
    followers: ['u2'],
    followersRemoved: ['u1'],
  });
});

test('removes all of them, with the body that the document demands', async () => {
  highlevel()
    .delete('/opportunities/o1/followers?isRemoveAllFollowers=true', { followers: [] })
    .reply(200, { followers: [], followersRemoved: ['u1', 'u2'] });
  const input = { id: 'o1', isRemoveAllFollowers: 'yes' };
  expect(await run(removeFollowers, input)).toMatchObject({ followers: [] });
});

test('needs to know whom to remove', async () => {
  expect(await failure(run(removeFollowers, { id: 'o1' }))).toContain(
    'Choose the followers to remove, or set “Remove All Followers” to yes.',
  );
});
