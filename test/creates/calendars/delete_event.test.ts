import deleteEvent from '../../../creates/calendars/delete_event.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('deletes with the empty JSON body that HighLevel wants', async () => {
  highlevel('2021-04-15')
    .matchHeader('content-type', 'application/json')
    .delete('/calendars/events/a1', {})
    .reply(201, { succeeded: true });

  expect(await run(deleteEvent, { listCalendarId: 'cal1', eventId: 'a1' })).toEqual({
    id: 'a1',
    deleted: true,
  });
});
