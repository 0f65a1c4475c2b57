import findCalendar from '../../../searches/calendars/find_calendar.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const calendars = [
  { id: 'k1', name: 'Check-up' },
  { id: 'k2', name: 'Check-up for children' },
];

test.each([
  ['check-UP', ['k1']],
  [undefined, ['k1', 'k2']],
  ['Braces', []],
])('by its whole name: %s', async (name, ids) => {
  highlevel('2021-04-15').get('/calendars/?locationId=loc1&groupId=g1').reply(200, { calendars });
  const found = await poll(findCalendar, { name, groupId: 'g1' });
  expect(found.map(({ id }) => id)).toEqual(ids);
});
