import { convertDate, convertDates } from '../../zaps/dates.ts';

const zone = 'America/New_York';

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-28T15:00:00Z'), doNotFake: [] }));
afterEach(() => jest.useRealTimers());

test.each([
  ['2026-12-05T09:00:00Z', '2026-12-05T04:00:00-05:00'],
  ['2026-12-05', '2026-12-05T09:00:00-05:00'],
  ['tomorrow at 3pm', '2026-11-29T15:00:00-05:00'],
  ['Dec 5, 2026 8:30', '2026-12-05T08:30:00-05:00'],
  ['1796479200', '2026-12-05T09:00:00-05:00'],
])('“%s” is converted as Zapier does', (text, expected) => {
  expect(convertDate(text, zone)).toBe(expected);
});

test('a text in which there is no date stays, so that the app refuses it', () => {
  expect(convertDate('as soon as you can', zone)).toBe('as soon as you can');
});

test('dates in lists and line items are converted, and nothing else', () => {
  const fields = [
    { key: 'due', type: 'datetime' },
    { key: 'days', type: 'datetime', list: true },
    { key: 'rows', children: [{ key: 'at', type: 'datetime' }, { key: 'name' }] },
    { key: 'title' },
  ];
  const input = {
    due: '',
    days: ['2026-12-05', '2026-12-06T10:00:00Z'],
    rows: [{ at: '2026-12-05', name: '2026-12-05' }],
    title: '2026-12-05',
  };
  expect(convertDates(fields, input, zone)).toEqual({
    due: '',
    days: ['2026-12-05T09:00:00-05:00', '2026-12-06T05:00:00-05:00'],
    rows: [{ at: '2026-12-05T09:00:00-05:00', name: '2026-12-05' }],
    title: '2026-12-05',
  });
});
