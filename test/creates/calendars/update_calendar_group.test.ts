import updateCalendarGroup from '../../../creates/calendars/update_calendar_group.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('sends what was left empty as it is, for HighLevel wants all three', async () => {
  const group = { id: 'g1', name: 'Hygiene', description: 'Check-ups', slug: 'hygiene' };
  highlevel('2021-04-15')
    .get('/calendars/groups')
    .query({ locationId: 'loc1' })
    .reply(200, { groups: [{ id: 'g0', name: 'Other' }, group] });
  highlevel('2021-04-15')
    .put('/calendars/groups/g1', { name: 'Recall', description: 'Check-ups', slug: 'hygiene' })
    .reply(200, { group: { ...group, name: 'Recall' } });

  const updated = await run(updateCalendarGroup, { groupId: 'g1', name: 'Recall', slug: '' });

  expect(updated).toMatchObject({ id: 'g1', name: 'Recall', slug: 'hygiene' });
});

const listed = (...groups: object[]) =>
  highlevel('2021-04-15')
    .get('/calendars/groups')
    .query({ locationId: 'loc1' })
    .reply(200, { groups });

test('finds a group whose id is a number, or was mapped with blanks', async () => {
  listed({ id: 7, name: 'Hygiene', description: 'Check-ups', slug: 'hygiene' });
  highlevel('2021-04-15')
    .put('/calendars/groups/7', { name: 'Recall', description: 'Check-ups', slug: 'hygiene' })
    .reply(200, { group: { id: 7, name: 'Recall' } });
  expect(await run(updateCalendarGroup, { groupId: ' 7 ', name: 'Recall' })).toMatchObject({
    id: '7',
  });
});

test('changes nothing of a group that is not listed', async () => {
  listed({ id: 'g0', name: 'Other' });
  expect(await failure(run(updateCalendarGroup, { groupId: 'g1', name: 'Recall' }))).toContain(
    'so nothing was changed',
  );
});
