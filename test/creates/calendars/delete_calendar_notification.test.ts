import deleteCalendarNotification from '../../../creates/calendars/delete_calendar_notification.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('deletes the notification of the calendar', async () => {
  highlevel('2021-04-15')
    .delete('/calendars/cal1/notifications/n1', '')
    .reply(200, { message: 'Deleted' });

  const given = { calendarId: 'cal1', notificationId: 'n1' };
  expect(await run(deleteCalendarNotification, given)).toMatchObject({ id: 'n1', deleted: true });
});
