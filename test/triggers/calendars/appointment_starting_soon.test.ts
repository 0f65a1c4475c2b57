import appointmentStartingSoon from '../../../triggers/calendars/appointment_starting_soon.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const now = Date.parse('2026-03-02T08:00:00Z');
const minute = 60_000;
const at = (minutes: number) => new Date(now + minutes * minute).toISOString();

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
afterEach(() => jest.restoreAllMocks());

test('gives what starts within the minutes, also if Zapier looks late, and nothing that is off', async () => {
  highlevel('2021-04-15')
    .get('/calendars/events')
    .query({
      locationId: 'loc1',
      userId: 'u1',
      startTime: String(now - 15 * minute),
      endTime: String(now + 90 * minute),
    })
    .reply(200, {
      events: [
        { id: 'soon', startTime: '2026-03-02T10:20:00+01:00', appointmentStatus: 'confirmed' },
        { id: 'began', startTime: at(-10), appointmentStatus: 'new' },
        { id: 'long ago', startTime: at(-20), appointmentStatus: 'confirmed' },
        { id: 'off', startTime: at(30), appointmentStatus: 'cancelled' },
        { id: 'leaked', startTime: at(200), appointmentStatus: 'confirmed' },
      ],
    });
  const found = await poll(appointmentStartingSoon, { userId: 'u1', minutesBefore: 90 });
  expect(found.map(({ id, revision }) => [id, revision]).sort()).toEqual([
    ['began', at(-10)],
    ['soon', '2026-03-02T09:20:00.000Z'],
  ]);
});

test('less than 15 minutes would miss what starts between two polls', async () => {
  const call = poll(appointmentStartingSoon, { userId: 'u1', minutesBefore: 5 });
  expect(await failure(call)).toBe('“Minutes Before” must be 15 or more.');
});
