import appointmentChanged from '../../../triggers/calendars/appointment_changed.ts';
import { plainZ, Zap } from '../../support/zapier.ts';

const [ten, eleven] = ['2030-03-04T10:00:00.000Z', '2030-03-04T11:00:00.000Z'];

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
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2030-03-01T10:00:00.000Z'));
  await zap.turnOn();
  for (const [startTime, appointmentStatus] of states) {
    now = { id: 'e1', startTime, appointmentStatus };
    await zap.poll();
  }
  return zap.fired.map((one) => [one.appointmentStatus, one.startTime, one.formerStartTime]);
};

afterEach(() => jest.restoreAllMocks());

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
    ['2030-03-04T11:00:00+01:00', 'confirmed'],
    [eleven, 'confirmed'],
    [ten, 'confirmed'],
    [ten, 'cancelled'],
  ]);
  expect(fired).toEqual([
    ['confirmed', eleven, ten],
    ['confirmed', ten, eleven],
  ]);
});
