import { Temporal } from 'temporal-polyfill';
import { endOfDay, startOfDay, zonedIso } from '../../lib/zones.ts';
import { share } from '../support/depth.ts';
import { daysOfChange, zones } from '../support/zones.ts';

test.each<[unknown, string, unknown]>([
  ['2026-01-15 10:00:00', 'America/Los_Angeles', '2026-01-15T10:00:00-08:00'],
  ['2026-07-15 10:00:00', 'America/Los_Angeles', '2026-07-15T10:00:00-07:00'],
  ['2026-07-15T10:00', 'Europe/Zurich', '2026-07-15T10:00:00+02:00'],
  ['2026-07-15T10:00:00.000', 'Europe/Zurich', '2026-07-15T10:00:00+02:00'],
  ['2026-01-15 00:00:00', 'Asia/Kolkata', '2026-01-15T00:00:00+05:30'],
  ['2026-01-15 23:30:00', 'America/St_Johns', '2026-01-15T23:30:00-03:30'],
  ['2026-01-15 10:00:00', 'UTC', '2026-01-15T10:00:00+00:00'],
  // The clock goes forward at 02:00 and back at 02:00: the hours around both.
  ['2026-03-08 01:59:00', 'America/Los_Angeles', '2026-03-08T01:59:00-08:00'],
  ['2026-03-08 03:00:00', 'America/Los_Angeles', '2026-03-08T03:00:00-07:00'],
  ['2026-11-01 00:30:00', 'America/Los_Angeles', '2026-11-01T00:30:00-07:00'],
  ['2026-11-01 02:00:00', 'America/Los_Angeles', '2026-11-01T02:00:00-08:00'],
  // What the clock shows twice is the first of the two.
  ['2026-11-01 01:30:00', 'America/Los_Angeles', '2026-11-01T01:30:00-07:00'],
  ['2026-10-25 02:30:00', 'Europe/Zurich', '2026-10-25T02:30:00+02:00'],
  // A time that the clock leaps over is that much later, west and east of Greenwich: here a day begins at 01:00.
  ['2026-03-08 02:30:00', 'America/Los_Angeles', '2026-03-08T02:30:00-08:00'],
  ['2026-03-29 02:30:00', 'Europe/Zurich', '2026-03-29T02:30:00+01:00'],
  ['2026-09-06 00:00:00', 'America/Santiago', '2026-09-06T00:00:00-04:00'],
  ['2026-04-24 00:00:00', 'Africa/Cairo', '2026-04-24T00:00:00+02:00'],
  ['2026-01-15T10:00:00Z', 'America/Los_Angeles', '2026-01-15T10:00:00Z'],
  ['2026-01-15T10:00:00+02:00', 'America/Los_Angeles', '2026-01-15T10:00:00+02:00'],
  ['soon', 'UTC', 'soon'],
  [null, 'UTC', null],
  // A zone that nobody knows: better no offset than a wrong one.
  ['2026-01-15 10:00:00', 'Pacific Time', '2026-01-15 10:00:00'],
  ['2026-01-15 10:00:00', '', '2026-01-15 10:00:00'],
  ['2026-13-45 10:00:00', 'UTC', '2026-13-45 10:00:00'],
])('%j in %s is %j', (local, zone, expected) => {
  expect(zonedIso(local, zone)).toBe(expected);
});

test.each([
  ['2026-10-25T00:00:00+02:00', 'Europe/Zurich', '2026-10-25T23:00:00.000Z'],
  ['2026-10-25T18:30:00.000+01:00', 'Europe/Zurich', '2026-10-25T23:00:00.000Z'],
  ['2026-03-29T00:00:00+01:00', 'Europe/Zurich', '2026-03-29T22:00:00.000Z'],
  ['2026-03-29T09:00:00+02:00', 'Europe/Zurich', '2026-03-29T22:00:00.000Z'],
  ['2026-09-05T00:00:00-04:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  // The clocks leap at the very end of these days, which have 24 hours all the same.
  ['2026-04-23T00:00:00+02:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ['2026-03-28T09:00:00+02:00', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
  ['2026-10-25T00:00:00-07:00', 'Europe/Zurich', '2026-10-26T07:00:00.000Z'],
  ['2026-12-31T09:00Z', '', '2027-01-01T00:00:00.000Z'],
  ['2026-12-31', 'Pacific Time', '2027-01-01T00:00:00.000Z'],
  ['2026-12-31', 'America/Los_Angeles', '2027-01-01T08:00:00.000Z'],
])('the day of %s in %s ends at %s', (picked, zone, end) => {
  expect(new Date(endOfDay(picked, zone)).toISOString()).toBe(end);
});

test('a day that does not exist has no end', () => {
  expect(endOfDay('2026-13-45T00:00:00Z', 'UTC')).toBeNaN();
});

const oneDay = 86_400_000;
const [first, last] = [Date.UTC(2026, 0, 1), Date.UTC(2028, 11, 31)];
const days = share(
  Array.from({ length: (last - first) / oneDay + 1 }, (_, index) =>
    new Date(first + index * oneDay).toISOString().slice(0, 10),
  ),
  11,
);

const halfHours = Array.from(
  { length: 48 },
  (_, half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
);

test('every day of 2026 to 2028 begins and ends right in every zone', () => {
  const wrong: string[] = [];
  for (const zone of zones) {
    for (const day of [...days, ...daysOfChange(zone).map(String)]) {
      const begins = Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
      if (startOfDay(day, zone) !== begins) wrong.push(`${day} ${zone}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('every half hour around each change of 2026 to 2028 is right in every zone', () => {
  const wrong: string[] = [];
  let changes = 0;
  for (const zone of zones) {
    for (const day of daysOfChange(zone)) {
      changes += 1;
      for (const time of halfHours) {
        const local = `${day}T${time}`;
        const right = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
        if (Date.parse(String(zonedIso(local, zone))) !== right) wrong.push(`${local} ${zone}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(changes).toBeGreaterThan(2 * zones.length);
  expect(zones.length).toBeGreaterThan(20);
});
