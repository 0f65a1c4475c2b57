import nock from 'nock';
import getFreeSlots from '../../../triggers/calendars/get_free_slots.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const now = Date.parse('2026-03-02T08:00:00Z');
const day = 86_400_000;

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
afterEach(() => jest.restoreAllMocks());

const asked = (query: Record<string, string | string[]>, days: object = {}) =>
  highlevel('2021-04-15')
    .get('/calendars/cal1/free-slots')
    .query(query)
    .reply(200, { ...days, traceId: '2026' });

test('gives one record per slot, the same id in any zone', async () => {
  const window = { startDate: String(now), endDate: String(now + 14 * day) };
  asked(
    { ...window, timezone: 'America/New_York', userId: 'u1' },
    {
      '2026-03-02': { slots: ['2026-03-02T10:00:00-05:00', '2026-03-02T10:30:00-05:00'] },
    },
  );

  const slots = await poll(getFreeSlots, {
    calendarId: 'cal1',
    timezone: 'America/New_York',
    userIds: ['u1'],
  });

  expect(slots).toEqual([
    {
      id: 'cal1_2026-03-02T15:00:00.000Z',
      calendarId: 'cal1',
      date: '2026-03-02',
      startTime: '2026-03-02T10:00:00-05:00',
      revision: 'new',
    },
    {
      id: 'cal1_2026-03-02T15:30:00.000Z',
      calendarId: 'cal1',
      date: '2026-03-02',
      startTime: '2026-03-02T10:30:00-05:00',
      revision: 'new',
    },
  ]);
});

test('asks for at most 31 days at once', async () => {
  const at = (days: number) => String(now + days * day);
  asked({ startDate: at(2), endDate: at(33) });
  asked({ startDate: at(33), endDate: at(64) });
  asked(
    { startDate: at(64), endDate: at(70) },
    {
      '2026-05-08': { slots: ['2026-05-08T10:00:00-04:00'] },
    },
  );

  const slots = await poll(getFreeSlots, {
    calendarId: 'cal1',
    startDate: '2026-03-04T03:00:00-05:00',
    endDate: '2026-05-11T04:00:00-04:00',
  });

  expect(slots).toHaveLength(1);
  expect(nock.isDone()).toBe(true);
});

test.each(['2026-03-10', '2026-03-10T00:00:00-04:00', '2026-03-10T09:00:00-04:00'])(
  'a day is a whole day: %s',
  async (picked) => {
    const startDate = String(Date.parse('2026-03-10T04:00:00Z'));
    const endDate = String(Date.parse('2026-03-11T04:00:00Z') - 1);
    asked({ startDate, endDate });
    const input = { calendarId: 'cal1', startDate: picked, endDate: picked };
    const meta = { timezone: 'America/New_York' };
    expect(await poll(getFreeSlots, input, { meta })).toEqual([]);
  },
);

test('several team members go as a list', async () => {
  asked({ startDate: String(now), endDate: String(now + day), userIds: ['u1', 'u2'] });

  const input = { calendarId: 'cal1', daysAhead: 1, userIds: ['u1', 'u2'] };

  expect(await poll(getFreeSlots, input)).toEqual([]);
});

test.each([
  [{ timezone: 'Mars' }, '“Time Zone” must be a time zone, for example America/New_York.'],
  [{ daysAhead: 400 }, '“Days Ahead” must be at most 366.'],
  [{ endDate: '2026-03-02T07:00:00Z' }, '“To” must be later than “From”'],
  [{ endDate: '2028-03-02T07:00:00Z' }, '“To” must be later than “From”, and at most 366 days'],
])('refuses %j', async (input, message) => {
  expect(await failure(poll(getFreeSlots, { calendarId: 'cal1', ...input }))).toContain(message);
});

test.each([
  [{ '2026-03-05': { slots: ['soon', 7, null, '2026-03-05T10:00:00-05:00'] } }],
  [{ data: { '2026-03-05': { slots: ['2026-03-05T10:00:00-05:00'] } }, traceId: 't1' }],
  [{ '2026-03-05': { slots: ['2026-03-05T10:00:00-05:00'] }, '2026-03-06': null, meta: [] }],
])('a slot that is none is passed over: %j', async (answer) => {
  highlevel('2021-04-15').get('/calendars/cal1/free-slots').query(true).reply(200, answer);
  const period = { startDate: '2026-03-05T00:00:00-05:00', daysAhead: 1 };
  expect(await poll(getFreeSlots, { calendarId: 'cal1', ...period })).toMatchObject([
    { id: 'cal1_2026-03-05T15:00:00.000Z', date: '2026-03-05' },
  ]);
});

test.each([
  { slots: ['2026-03-05T10:00:00-05:00'] },
  { '2026-03-05': { times: ['2026-03-05T10:00:00-05:00'] } },
  { '2026-03-05': { slots: ['soon'] } },
])('an answer without a slot that can be read is not taken for “none free”: %j', async (answer) => {
  highlevel('2021-04-15').get('/calendars/cal1/free-slots').query(true).reply(200, answer);
  expect(await failure(poll(getFreeSlots, { calendarId: 'cal1', daysAhead: 1 }))).toContain(
    'HighLevel’s answer contained no free slot list.',
  );
});

test.each([{}, { '2026-03-05': { slots: [] } }, { success: true }])(
  'none is free: %j',
  async (answer) => {
    highlevel('2021-04-15')
      .get('/calendars/cal1/free-slots')
      .query(true)
      .reply(200, { ...answer, traceId: 't1' });
    expect(await poll(getFreeSlots, { calendarId: 'cal1', daysAhead: 1 })).toEqual([]);
  },
);
