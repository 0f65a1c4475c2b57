import listCalendarGroups from '../../../triggers/calendars/list_calendar_groups.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const group = { id: 'g1', name: 'Hygiene', description: 'Check-ups', slug: 'hygiene' };
const answer = (isActive: boolean) =>
  highlevel('2021-04-15')
    .get('/calendars/groups')
    .query({ locationId: 'loc1' })
    .reply(200, { groups: [{ ...group, isActive }] });

test('lists the groups of the sub-account', async () => {
  answer(true);

  expect(await poll(listCalendarGroups)).toMatchObject([
    { ...group, isActive: true, revision: 'new' },
  ]);
});

test('on request counts a changed group as new', async () => {
  answer(true);
  answer(false);

  const [before] = await poll(listCalendarGroups, { triggerOn: 'changed' });
  const [after] = await poll(listCalendarGroups, { triggerOn: 'changed' });

  expect(after?.revision).not.toBe(before?.revision);
});
