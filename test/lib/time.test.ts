import { endOfDay, momentToIso, toDay, toIso, zonedIso } from '../../lib/time.ts';

test.each<[unknown, unknown]>([
  [1772730000000, '2026-03-05T17:00:00.000Z'],
  ['1772730000000', '2026-03-05T17:00:00.000Z'],
  [{ seconds: 1772730000, nanoseconds: 5_000_000 }, '2026-03-05T17:00:00.005Z'],
  [{ _seconds: 1772730000, _nanoseconds: 0 }, '2026-03-05T17:00:00.000Z'],
  ['2026-03-05T17:00:00-08:00', '2026-03-05T17:00:00-08:00'],
  ['94102', '94102'],
  // A text of ten digits is a phone number sooner than a moment.
  ['4155550132', '4155550132'],
  ['999999999999', '2001-09-09T01:46:39.999Z'],
  [null, null],
  [undefined, undefined],
  [Number.NaN, Number.NaN],
  [{ other: 1 }, { other: 1 }],
  [{ seconds: null }, { seconds: null }],
  [{ seconds: 'soon' }, { seconds: 'soon' }],
  [{ seconds: 1e20 }, { seconds: 1e20 }],
  [1e20, 1e20],
])('%j as ISO 8601 is %j', (value, expected) => {
  expect(toIso(value)).toEqual(expected);
});

test.each<[unknown, unknown]>([
  [1772730000, '2026-03-05T17:00:00.000Z'],
  [1772730000000, '2026-03-05T17:00:00.000Z'],
  [20_000_000_000, '2603-10-11T11:33:20.000Z'],
  [1_000, '1970-01-01T00:00:01.000Z'],
  ['1772730000', '1772730000'],
])('%j, at which something happened, is %j', (value, expected) => {
  expect(momentToIso(value)).toBe(expected);
});

test.each<[unknown, string, unknown]>([
  ['2026-01-15 10:00:00', 'America/Los_Angeles', '2026-01-15T10:00:00-08:00'],
  ['2026-07-15 10:00:00', 'America/Los_Angeles', '2026-07-15T10:00:00-07:00'],
  ['2026-07-15T10:00', 'Europe/Zurich', '2026-07-15T10:00:00+02:00'],
  ['2026-01-15 00:00:00', 'Asia/Kolkata', '2026-01-15T00:00:00+05:30'],
  ['2026-01-15 23:30:00', 'America/St_Johns', '2026-01-15T23:30:00-03:30'],
  ['2026-01-15 10:00:00', 'UTC', '2026-01-15T10:00:00+00:00'],
  // The clock goes forward at 02:00 and back at 02:00: the hours around both.
  ['2026-03-08 01:59:00', 'America/Los_Angeles', '2026-03-08T01:59:00-08:00'],
  ['2026-03-08 03:00:00', 'America/Los_Angeles', '2026-03-08T03:00:00-07:00'],
  ['2026-11-01 00:30:00', 'America/Los_Angeles', '2026-11-01T00:30:00-07:00'],
  ['2026-11-01 02:00:00', 'America/Los_Angeles', '2026-11-01T02:00:00-08:00'],
  // A time that the clock leaps over is that much later: here a day begins at 01:00.
  ['2026-03-08 02:30:00', 'America/Los_Angeles', '2026-03-08T02:30:00-08:00'],
  ['2026-09-06 00:00:00', 'America/Santiago', '2026-09-06T00:00:00-04:00'],
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

test.each<[unknown, unknown]>([
  [1791504000000, '2026-10-09'],
  ['1791504000000', '2026-10-09'],
  ['2026-10-09', '2026-10-09'],
  ['2026-10-09T00:00:00+09:00', '2026-10-09T00:00:00+09:00'],
  [1e20, 1e20],
  [undefined, undefined],
  [null, null],
])('the day of %j is %j', (value, expected) => {
  expect(toDay(value)).toEqual(expected);
});

test.each([
  ['2026-10-25T00:00:00+02:00', 'Europe/Zurich', '2026-10-25T23:00:00.000Z'],
  ['2026-10-25T18:30:00.000+01:00', 'Europe/Zurich', '2026-10-25T23:00:00.000Z'],
  ['2026-03-29T00:00:00+01:00', 'Europe/Zurich', '2026-03-29T22:00:00.000Z'],
  ['2026-09-05T00:00:00-04:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ['2026-10-25T00:00:00-07:00', 'Europe/Zurich', '2026-10-26T07:00:00.000Z'],
  ['2026-12-31T09:00Z', '', '2027-01-01T00:00:00.000Z'],
  ['2026-12-31', 'Pacific Time', '2027-01-01T00:00:00.000Z'],
])('the day of %s in %s ends at %s', (picked, zone, end) => {
  expect(new Date(endOfDay(picked, zone)).toISOString()).toBe(end);
});

test('a day that does not exist has no end', () => {
  expect(endOfDay('2026-13-45T00:00:00Z', 'UTC')).toBeNaN();
});
