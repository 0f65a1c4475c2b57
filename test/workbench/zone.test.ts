import { pickerValue, showLength, showShort, showTime, withOffset } from '../../workbench/zone.ts';

const zone = 'America/New_York';

test('a moment is shown in the zone of the sub-account, which is named', () => {
  expect(showTime('2026-12-05T14:00:00Z', zone)).toBe('Sat, Dec 5, 2026, 9:00 AM EST');
  expect(showTime('2026-07-05T14:00:00Z', zone)).toBe('Sun, Jul 5, 2026, 10:00 AM EDT');
  expect(showShort('2026-12-05T14:00:00Z', 'Asia/Tokyo')).toBe('Sat, Dec 5, 11:00 PM');
  expect(showTime('soon', zone)).toBeUndefined();
});

test('a date picker shows a moment as the zone’s clock does, and gives it back', () => {
  expect(pickerValue('2026-12-05T14:00:00Z', zone)).toBe('2026-12-05T09:00');
  expect(withOffset('2026-12-05T09:00', zone)).toBe('2026-12-05T09:00:00-05:00');
  for (const text of ['next week', '', '2026-12-05', undefined, 5])
    expect(pickerValue(text, zone)).toBe('');
});

test('a length of time is told in the unit that people would take', () => {
  expect([15, 60, 119, 1440, 10_080].map((minutes) => showLength(minutes * 60_000))).toEqual([
    '15 minutes',
    '60 minutes',
    '119 minutes',
    '24 hours',
    '7 days',
  ]);
});
