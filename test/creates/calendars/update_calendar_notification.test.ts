import updateCalendarNotification from '../../../creates/calendars/update_calendar_notification.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('changes only what was filled in', async () => {
  highlevel('2021-04-15')
    .put('/calendars/cal1/notifications/n1', {
      isActive: false,
      deleted: false,
      beforeTime: [{ timeOffset: 2, unit: 'hours' }],
      selectedUsers: ['sub_account_admin'],
    })
    .reply(200, { message: 'Updated' });

  const changed = await run(updateCalendarNotification, {
    calendarId: 'cal1',
    notificationId: 'n1',
    isActive: 'no',
    deleted: false,
    beforeTime: [{ before: 2, beforeUnit: 'hours' }],
    notifyAdmin: true,
  });
  expect(changed).toMatchObject({
    calendarId: 'cal1',
    notificationId: 'n1',
    succeeded: true,
    message: 'Updated',
  });
});
