import appointmentChanged from '../../../triggers/calendars/appointment_changed.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';
import { plainZ, Zap } from '../../support/zapier.ts';

const [ten, eleven] = ['2026-03-04T10:00:00.000Z', '2026-03-04T11:00:00.000Z'];

/** What fires while an appointment goes through states: its status, its start, and the start before. */
const live = async (input: object, states: [startTime: string, appointmentStatus: string][]) => {
  const first = {
    startTime: ten,
    appointmentStatus: 'confirmed',
    dateAdded: new Date().toISOString(),
  };
  let now: object = { id: 'e1', ...first };
  const z = plainZ(() => ({ events: [now] }));
  const zap = new Zap(appointmentChanged, { calendarId: 'a', ...input }, z);
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-03-01T10:00:00.000Z'));
  await zap.turnOn();
  for (const [startTime, appointmentStatus] of states) {
    now = { id: 'e1', startTime, appointmentStatus };
    await zap.poll();
  }
  return zap.fired.map((one) => [one.appointmentStatus, one.startTime, one.formerStartTime]);
};

afterEach(() => jest.restoreAllMocks());

test('asks for a month back and three years ahead; the form’s choice stays here', async () => {
  const now = Date.parse('2026-03-02T08:00:00Z');
  jest.spyOn(Date, 'now').mockReturnValue(now);
  highlevel('2021-04-15')
    .get('/calendars/events')
    .query({
      locationId: 'loc1',
      groupId: 'g1',
      startTime: String(now - 31 * 86_400_000),
      endTime: String(now + 1_098 * 86_400_000),
    })
    .reply(200, { events: [{ id: 'e1', startTime: ten, appointmentStatus: 'cancelled' }] });
  const input = { groupId: 'g1', happening: 'cancelled' };
  expect(await poll(appointmentChanged, input)).toMatchObject([
    { id: 'e1', revision: 'cancelled', formerStartTime: null },
  ]);
});

test('moved, cancelled, missed: each is told, other changes are not', async () => {
  const fired = await live({}, [
    [ten, 'showed'],
    [eleven, 'confirmed'],
    [eleven, 'cancelled'],
    [eleven, 'confirmed'],
    [eleven, 'noshow'],
  ]);
  expect(fired).toEqual([
    ['confirmed', eleven, ten],
    ['cancelled', eleven, eleven],
    ['noshow', eleven, eleven],
  ]);
});

test('the same time in another zone is no move, and back to the first time is one', async () => {
  const fired = await live({ happening: 'rescheduled' }, [
    ['2026-03-04T11:00:00+01:00', 'confirmed'],
    [eleven, 'confirmed'],
    [ten, 'confirmed'],
    [ten, 'cancelled'],
  ]);
  expect(fired).toEqual([
    ['confirmed', eleven, ten],
    ['confirmed', ten, eleven],
  ]);
});
