import validateSlug from '../../../creates/calendars/validate_calendar_group_slug.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('says whether a slug is available', async () => {
  highlevel('2021-04-15')
    .post('/calendars/groups/validate-slug', { locationId: 'loc1', slug: 'hygiene' })
    .reply(200, { available: false });

  expect(await run(validateSlug, { slug: 'hygiene' })).toMatchObject({
    slug: 'hygiene',
    available: false,
  });
});
