import appointmentBooked from '../../../triggers/calendars/appointment_booked.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const now = Date.parse('2026-03-02T08:00:00Z');
const day = 86_400_000;

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
afterEach(() => jest.restoreAllMocks());

test.each([
  [7, {}],
  [366, { isPopulatingDedupe: true }],
])('reads from %i days back to three years ahead', async (days, meta) => {
  const [startTime, endTime] = [now - days * day, now + 1_098 * day].map(String);
  highlevel('2021-04-15')
    .get('/calendars/events')
    .query({ locationId: 'loc1', calendarId: 'cal1', startTime, endTime })
    .reply(200, { events: [{ id: 'e1', startTime: new Date(now + day).toISOString() }] });
  expect(await poll(appointmentBooked, { calendarId: 'cal1' }, { meta })).toMatchObject([
    { id: 'e1', revision: 'booked' },
  ]);
});

test('wants one owner', async () => {
  expect(await failure(poll(appointmentBooked, {}))).toBe(
    'Choose exactly one: a calendar, a user or a calendar group.',
  );
});
