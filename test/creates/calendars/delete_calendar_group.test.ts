import deleteCalendarGroup from '../../../creates/calendars/delete_calendar_group.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('deletes a group', async () => {
  highlevel('2021-04-15').delete('/calendars/groups/g1').reply(200, { success: true });

  expect(await run(deleteCalendarGroup, { groupId: 'g1' })).toEqual({
    id: 'g1',
    deleted: true,
  });
});
