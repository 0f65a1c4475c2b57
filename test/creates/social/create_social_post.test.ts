import createSocialPost from '../../../creates/social/create_social_post.ts';
import listSocialAccountChoices from '../../../triggers/dropdowns/list_social_account_choices.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll, run } from '../../support/run.ts';

const input = { accountIds: ['a1', 'a2'], status: 'published', userId: 'u1' };
const takes = (sent: object) =>
  highlevel()
    .post('/social-media-posting/loc1/posts', {
      accountIds: ['a1', 'a2'],
      type: 'post',
      userId: 'u1',
      media: [],
      ...sent,
    })
    .reply(201, {
      success: true,
      statusCode: 201,
      message: 'Created Post',
      results: { post: { _id: 'p1', status: sent, locationId: 'loc1' } },
    });

test('publishes a text at once, whatever the date', async () => {
  takes({ summary: 'Hello', status: 'published' });
  const filled = { ...input, summary: 'Hello', scheduleDate: '2020-01-01T09:00:00Z' };
  expect(await run(createSocialPost, filled)).toMatchObject({ id: 'p1', locationId: 'loc1' });
});

test('schedules pictures and videos, each with its type', async () => {
  takes({
    status: 'scheduled',
    scheduleDate: '2090-03-02T17:00:00.000Z',
    type: 'reel',
    followUpComment: 'First!',
    media: [
      { url: 'https://x.example/a.MP4?size=2', type: 'video/mp4' },
      { url: 'https://x.example/b.png', type: 'image/png' },
      { url: 'https://x.example/c', type: 'image/jpeg' },
    ],
  });
  await run(createSocialPost, {
    ...input,
    status: 'scheduled',
    scheduleDate: '2090-03-02T09:00:00-08:00',
    type: 'reel',
    followUpComment: 'First!',
    media: ['https://x.example/a.MP4?size=2', 'https://x.example/b.png', 'https://x.example/c'],
  });
});

test.each([
  [{}, 'Fill in “Text” or “Media”.'],
  [{ summary: 'x', status: 'scheduled' }, 'Fill in a “Date” in the future'],
  [{ summary: 'x', status: 'scheduled', scheduleDate: '2020-01-01T09:00:00Z' }, 'in the future'],
])('%j is refused', async (more, sentence) => {
  expect(await failure(run(createSocialPost, { ...input, ...more }))).toContain(sentence);
});

test('a post that was not made is no success', async () => {
  highlevel()
    .post('/social-media-posting/loc1/posts')
    .reply(201, { success: false, statusCode: 400, message: 'Invalid media' });
  expect(await failure(run(createSocialPost, { ...input, summary: 'x' }))).toContain(
    'Invalid media',
  );
});

test('lists the accounts, and says which of them must be connected again', async () => {
  highlevel()
    .get('/social-media-posting/loc1/accounts')
    .reply(200, {
      results: {
        accounts: [
          { id: 'a1', name: 'Bright Smile', platform: 'facebook', isExpired: false },
          { id: 'a2', name: 'bright.smile', platform: 'instagram', isExpired: true },
        ],
        groups: [],
      },
    });
  expect(await poll(listSocialAccountChoices)).toEqual([
    { id: 'a1', name: 'Bright Smile · facebook' },
    { id: 'a2', name: 'bright.smile · instagram · must be connected again' },
  ]);
});

test('a first comment is at most 280 characters long', async () => {
  const asked = { ...input, summary: 'x', followUpComment: 'x'.repeat(281) };
  expect(await failure(run(createSocialPost, asked))).toBe(
    '“First Comment” must have 280 characters or fewer.',
  );
});
