import getCalendar from '../../../triggers/calendars/get_calendar.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const answer = (name: string) =>
  highlevel('2021-04-15')
    .get('/calendars/cal1')
    .reply(200, { calendar: { id: 'cal1', name, openHours: {} }, traceId: name });

test('gives the calendar, and a new revision when it changes', async () => {
  answer('Check-up');
  answer('Recall');

  const [before] = await poll(getCalendar, { calendarId: 'cal1' });
  const [after] = await poll(getCalendar, { calendarId: 'cal1' });

  expect(before).toMatchObject({ id: 'cal1', name: 'Check-up', openHours: [] });
  expect(after?.revision).not.toBe(before?.revision);
});
