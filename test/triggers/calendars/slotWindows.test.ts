import nock from 'nock';
import getFreeSlots from '../../../triggers/calendars/get_free_slots.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const now = Date.parse('2026-03-02T08:00:00Z');
const day = 86_400_000;

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
afterEach(() => jest.restoreAllMocks());

// The endpoint gives at most 31 days at once (api#free-slots).
test.each([
  [31, [31]],
  [32, [31, 32]],
  [62, [31, 62]],
  [63, [31, 62, 63]],
])('the slots of %d days are asked for in windows that end after %j days', async (days, ends) => {
  for (const [index, end] of ends.entries()) {
    const start = ends[index - 1] ?? 0;
    const query = { startDate: String(now + start * day), endDate: String(now + end * day) };
    const date = new Date(now + (end - 1) * day).toISOString();
    highlevel('2021-04-15')
      .get('/calendars/cal1/free-slots')
      .query(query)
      .reply(200, { [date.slice(0, 10)]: { slots: [date] }, traceId: 't' });
  }
  const slots = await poll(getFreeSlots, { calendarId: 'cal1', daysAhead: days });
  expect(slots).toHaveLength(ends.length);
  expect(nock.isDone()).toBe(true);
});
