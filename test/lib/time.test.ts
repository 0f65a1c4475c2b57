import { momentToIso, toDay, toIso } from '../../lib/time.ts';

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
