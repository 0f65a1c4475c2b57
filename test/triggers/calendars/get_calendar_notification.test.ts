import getCalendarNotification from '../../../triggers/calendars/get_calendar_notification.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const read = async (traceId: string, more = {}) => {
  highlevel('2021-04-15')
    .get('/calendars/cal1/notifications/n1')
    .reply(200, { _id: 'n1', channel: 'email', traceId, ...more });
  const [one] = await poll(getCalendarNotification, { calendarId: 'cal1', notificationId: 'n1' });
  return one;
};

test('fires when the notification changes, not when only the trace does', async () => {
  const first = await read('t1');
  expect(first).toMatchObject({ id: 'n1', channel: 'email', subject: null });
  expect(first).not.toHaveProperty('traceId');
  expect((await read('t2'))?.revision).toBe(first?.revision);
  expect((await read('t3', { subject: 'New' }))?.revision).not.toBe(first?.revision);
});
