import createCalendar from '../../../creates/calendars/create_calendar.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const creating = (openFrom: string, openTo: string) =>
  run(createCalendar, { name: 'Check-up', openHours: [{ day: '1', openFrom, openTo }] });

test.each([
  ['09:45', '09:30'],
  ['09:45', '09:45'],
  ['5:30 pm', '17:29'],
  ['13:00', '1 pm'],
])('opening hours from %s to %s are refused', async (from, to) => {
  expect(await failure(creating(from, to))).toContain('must be later than “Open From”.');
});

test.each([
  ['22:00', '02:00'],
  ['22:00', '00:00'],
  ['10 pm', '12 am'],
  ['22:00', '24:00'],
])('hours from %s to %s say how to go past midnight', async (from, to) => {
  expect(await failure(creating(from, to))).toContain(
    'For hours past midnight, end at 23:59 and add an item for the next day that starts at 00:00.',
  );
});

test('within one hour they are right if the end is later', async () => {
  const hours = { openHour: 9, openMinute: 30, closeHour: 9, closeMinute: 45 };
  highlevel('2021-04-15')
    .post('/calendars/', ({ openHours }) => {
      expect(openHours).toEqual([{ daysOfTheWeek: [1], hours: [hours] }]);
      return true;
    })
    .reply(200, { calendar: { id: 'cal1' } });
  expect(await creating('09:30', '09:45')).toMatchObject({ id: 'cal1' });
});
