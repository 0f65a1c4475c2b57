import findFreeSlots from '../../../searches/calendars/find_free_slots.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const start = Date.parse('2026-03-09T00:00:00Z');
const day = 86_400_000;
const slots = {
  '2026-03-10': { slots: ['2026-03-10T14:30:00-07:00'] },
  '2026-03-09': { slots: ['2026-03-09T10:00:00-07:00', '2026-03-09T10:30:00-07:00'] },
  traceId: 't1',
};

const zone = () =>
  highlevel()
    .get('/locations/loc1')
    .reply(200, { location: { id: 'loc1', timezone: 'America/Los_Angeles' } });
const asked = (startDate: number, endDate: number, query: string, answer: object) =>
  highlevel('2021-04-15')
    .get(`/calendars/k1/free-slots?startDate=${startDate}&endDate=${endDate}&${query}`)
    .reply(200, answer);

const window = { startDate: '2026-03-09T00:00:00Z', endDate: '2026-03-20T12:00:00Z' };
const end = Date.parse(window.endDate);
const losAngeles = 'timezone=America%2FLos_Angeles';

test('the earliest, as text in the sub-account’s zone and as a list for a message', async () => {
  zone();
  asked(start, end, losAngeles, slots);
  const records = await poll(findFreeSlots, { calendarId: 'k1', count: 2, ...window });
  expect(records).toEqual([
    {
      id: 'k1_2026-03-09T17:00:00.000Z',
      calendarId: 'k1',
      date: '2026-03-09',
      startTime: '2026-03-09T10:00:00-07:00',
      number: 1,
      text: 'Monday, March 9 at 10:00 AM',
      allTexts: '1. Monday, March 9 at 10:00 AM\n2. Monday, March 9 at 10:30 AM',
      timeZone: 'America/Los_Angeles',
    },
    expect.objectContaining({ number: 2, text: 'Monday, March 9 at 10:30 AM' }),
  ]);
});

test.each([
  ['en-GB', 'Monday 9 March at 18:00'],
  ['de', 'Montag, 9. März um 18:00'],
])('in another zone and language: %s', async (language, text) => {
  asked(start, end, 'timezone=Europe%2FZurich&userId=u1', slots);
  const input = {
    calendarId: 'k1',
    count: 1,
    timezone: 'Europe/Zurich',
    userIds: ['u1'],
    language,
  };
  const [first] = await poll(findFreeSlots, { ...input, ...window });
  expect(first).toMatchObject({ text, timeZone: 'Europe/Zurich' });
});

test('goes on after 31 days if there are not enough', async () => {
  zone();
  const later = start + 31 * day;
  asked(start, later, losAngeles, { '2026-03-09': { slots: ['2026-03-09T10:00:00-07:00'] } });
  asked(later, start + 40.6 * day, losAngeles, {
    '2026-04-10': { slots: ['2026-04-10T10:00:00-07:00'] },
  });
  const endDate = new Date(start + 40.6 * day).toISOString();
  const records = await poll(findFreeSlots, { calendarId: 'k1', count: 2, ...window, endDate });
  expect(records.map(({ date }) => date)).toEqual(['2026-03-09', '2026-04-10']);
});

test('none', async () => {
  zone();
  asked(start, end, losAngeles, { traceId: 't1' });
  expect(await poll(findFreeSlots, { calendarId: 'k1', ...window })).toEqual([]);
});

test('refuses an end before the start', async () => {
  const input = { calendarId: 'k1', ...window, endDate: '2026-03-08T09:30:00Z' };
  expect(await failure(poll(findFreeSlots, input))).toContain('must be later than “From”');
});

test('refuses what is no time zone', async () => {
  const input = { calendarId: 'k1', ...window, timezone: 'Bern' };
  expect(await failure(poll(findFreeSlots, input))).toContain('“Time Zone” must be a time zone');
});

test('shows UTC if the sub-account has no known time zone', async () => {
  highlevel()
    .get('/locations/loc1')
    .reply(200, { location: { id: 'loc1', timezone: 'Mars/Base' } });
  highlevel('2021-04-15')
    .get(`/calendars/k1/free-slots?startDate=${start}&endDate=${end}`)
    .reply(200, slots);
  const [first] = await poll(findFreeSlots, { calendarId: 'k1', ...window });
  expect(first).toMatchObject({ text: 'Monday, March 9 at 5:00 PM' });
});

test('only slots of the period, each once, though HighLevel answers with whole days', async () => {
  const from = Date.parse('2026-03-09T17:30:00Z');
  const to = Date.parse('2026-04-20T17:00:00Z');
  const between = from + 31 * day;
  const slotsOf = (...times: string[]) =>
    Object.fromEntries(times.map((time) => [time.slice(0, 10), { slots: [time] }]));
  zone();
  asked(from, between, losAngeles, {
    '2026-03-09': { slots: ['2026-03-09T10:00:00-07:00', '2026-03-09T10:30:00-07:00'] },
    ...slotsOf('2026-04-09T10:30:00-07:00'),
  });
  asked(between, to, losAngeles, {
    ...slotsOf('2026-04-09T10:30:00-07:00'),
    '2026-04-20': { slots: ['2026-04-20T10:00:00-07:00', '2026-04-20T10:30:00-07:00'] },
  });
  const period = { startDate: '2026-03-09T17:30:00Z', endDate: '2026-04-20T17:00:00Z' };
  const found = await poll(findFreeSlots, { calendarId: 'k1', count: 3, ...period });
  expect(found.map(({ number, startTime }) => [number, startTime])).toEqual([
    [1, '2026-03-09T10:30:00-07:00'],
    [2, '2026-04-09T10:30:00-07:00'],
    [3, '2026-04-20T10:00:00-07:00'],
  ]);
});
