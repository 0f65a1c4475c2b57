import updateCalendarResource from '../../../creates/calendars/update_calendar_resource.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('changes only what was filled in; the reply lacks id and calendars', async () => {
  highlevel('2021-04-15')
    .put('/calendars/resources/rooms/r1', {
      locationId: 'loc1',
      calendarIds: ['cal1', 'cal2'],
      isActive: false,
    })
    .reply(200, { name: 'Room', isActive: false });

  const changed = await run(updateCalendarResource, {
    resourceType: 'rooms',
    id: 'r1',
    name: '',
    calendarIds: ['cal1', 'cal2'],
    isActive: 'no',
  });
  expect(changed).toMatchObject({ id: 'r1', name: 'Room', calendarIds: ['cal1', 'cal2'] });
});
