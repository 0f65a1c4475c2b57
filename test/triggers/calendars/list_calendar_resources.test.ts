import listCalendarResources from '../../../triggers/calendars/list_calendar_resources.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('reads the rooms of the sub-account, page by page', async () => {
  const full = Array.from({ length: 50 }, (_, i) => ({ _id: `r${i}`, name: `Room ${i}` }));
  highlevel('2021-04-15')
    .get('/calendars/resources/rooms')
    .query({ locationId: 'loc1', skip: '0', limit: '50' })
    .reply(200, full)
    .get('/calendars/resources/rooms')
    .query({ locationId: 'loc1', skip: '50', limit: '50' })
    .reply(200, [{ _id: 'last', name: 'Attic', calendarIds: ['cal1'] }]);

  const found = await poll(listCalendarResources, { resourceType: 'rooms' });
  expect(found).toHaveLength(51);
  expect(found[50]).toMatchObject({ id: 'last', name: 'Attic', calendarIds: ['cal1'] });
});
