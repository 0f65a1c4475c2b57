import updateCalendarGroup from '../../../creates/calendars/update_calendar_group.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

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
