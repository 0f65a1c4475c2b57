import updateBlockSlot from '../../../creates/calendars/update_block_slot.ts';
import choices from '../../../triggers/dropdowns/list_blocked_slot_choices.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll, run } from '../../support/run.ts';

test('changes only what was filled in', async () => {
  highlevel('2021-04-15')
    .put('/calendars/events/block-slots/b1', {
      locationId: 'loc1',
      assignedUserId: 'u1',
      title: 'Training',
    })
    .reply(201, { id: 'b1', locationId: 'loc1', assignedUserId: 'u1', title: 'Training' });

  const slot = await run(updateBlockSlot, {
    assignedUserId: 'u1',
    eventId: 'b1',
    title: 'Training',
    startTime: '',
  });

  expect(slot).toMatchObject({ id: 'b1', title: 'Training' });
});

test('wants a calendar or a user, not both', async () => {
  const input = { eventId: 'b1', assignedUserId: 'u1', calendarId: 'cal1' };

  expect(await failure(run(updateBlockSlot, input))).toContain(
    'Choose exactly one: a calendar, or a user',
  );
});

test('offers the blocked slots of the chosen user', async () => {
  highlevel('2021-04-15')
    .get('/calendars/blocked-slots')
    .query(({ userId, calendarId }) => userId === 'u1' && calendarId === undefined)
    .reply(200, {
      events: [{ id: 'b1', title: 'Training', startTime: '2026-03-09T12:00:00-07:00' }],
    });

  const meta = { isFillingDynamicDropdown: true };

  expect(await poll(choices, { assignedUserId: 'u1', title: 'x' }, { meta })).toMatchObject([
    { id: 'b1', name: 'Training · 2026-03-09 12:00' },
  ]);
});
