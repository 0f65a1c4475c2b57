import getCalendarResource from '../../../triggers/calendars/get_calendar_resource.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('reads one resource, which the documents show without an id', async () => {
  highlevel('2021-04-15')
    .get('/calendars/resources/equipments/e1')
    .reply(200, { name: 'Laser', resourceType: 'equipments', quantity: 2, traceId: 't' });

  const found = await poll(getCalendarResource, { resourceType: 'equipments', id: 'e1' });
  expect(found).toMatchObject([{ id: 'e1', name: 'Laser', quantity: 2, capacity: null }]);
});
