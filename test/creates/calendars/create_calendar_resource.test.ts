import createCalendarResource from '../../../creates/calendars/create_calendar_resource.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const needed = { name: 'Laser', description: 'Soft tissue', calendarIds: ['cal1'] };

test('sends everything that HighLevel demands, the kind in the path', async () => {
  highlevel('2021-04-15')
    .post('/calendars/resources/equipments', {
      locationId: 'loc1',
      ...needed,
      quantity: 2,
      outOfService: 0,
      capacity: 1,
    })
    .reply(201, { _id: 'r1', name: 'Laser', traceId: 't' });

  const given = { resourceType: 'equipments', ...needed, quantity: '2' };
  expect(await run(createCalendarResource, given)).toMatchObject({ id: 'r1', name: 'Laser' });
});

test('equipment of two calendars is refused before anything is sent', async () => {
  const given = { resourceType: 'equipments', ...needed, calendarIds: ['cal1', 'cal2'] };
  expect(await failure(run(createCalendarResource, given))).toContain(
    'Equipment can belong to only one service calendar. Choose one.',
  );
});
