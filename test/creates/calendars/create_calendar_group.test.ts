import createCalendarGroup from '../../../creates/calendars/create_calendar_group.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('creates a group', async () => {
  const body = { name: 'Hygiene', description: 'Check-ups', slug: 'hygiene', isActive: false };
  highlevel('2021-04-15')
    .post('/calendars/groups', { locationId: 'loc1', ...body })
    .reply(201, { group: { id: 'g1', locationId: 'loc1', ...body }, traceId: 't' });

  expect(await run(createCalendarGroup, { ...body, isActive: 'no' })).toMatchObject({
    id: 'g1',
    ...body,
  });
});
