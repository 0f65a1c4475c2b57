import deleteCalendarResource from '../../../creates/calendars/delete_calendar_resource.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('deletes the resource of its kind', async () => {
  highlevel('2021-04-15').delete('/calendars/resources/rooms/r1', '').reply(200, { success: true });
  const given = { resourceType: 'rooms', id: 'r1' };
  expect(await run(deleteCalendarResource, given)).toMatchObject({ id: 'r1', deleted: true });
});
