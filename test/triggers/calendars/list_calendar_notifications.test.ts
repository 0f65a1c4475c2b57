import listCalendarNotifications from '../../../triggers/calendars/list_calendar_notifications.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('reads the whole list with `_id` as id, and never sends a limit', async () => {
  highlevel('2021-04-15')
    .get('/calendars/cal1/notifications')
    .query({ isActive: 'false', deleted: 'true' })
    .reply(200, [{ _id: 'n1', channel: 'sms', isActive: false }]);

  const found = await poll(listCalendarNotifications, {
    calendarId: 'cal1',
    isActive: 'no',
    deleted: 'yes',
  });
  expect(found).toMatchObject([{ id: 'n1', revision: 'new', channel: 'sms', isActive: false }]);
});

test('without filters it asks for everything', async () => {
  highlevel('2021-04-15').get('/calendars/cal1/notifications').reply(200, []);
  expect(await poll(listCalendarNotifications, { calendarId: 'cal1' })).toEqual([]);
});
