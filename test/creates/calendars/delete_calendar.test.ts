import deleteCalendar from '../../../creates/calendars/delete_calendar.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('deletes a calendar and gives what HighLevel says', async () => {
  highlevel('2021-04-15')
    .delete('/calendars/cal1')
    .reply(200, { message: 'Calendar deleted', calendar: { id: 'cal1', name: 'Check-up' } });

  expect(await run(deleteCalendar, { calendarId: 'cal1' })).toEqual({
    id: 'cal1',
    deleted: true,
    message: 'Calendar deleted',
  });
});
