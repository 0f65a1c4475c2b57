import createBlockSlot from '../../../creates/calendars/create_block_slot.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const times = { startTime: '2026-03-09T12:00:00-07:00', endTime: '2026-03-09T13:00:00-07:00' };
const inUtc = { startTime: '2026-03-09T19:00:00.000Z', endTime: '2026-03-09T20:00:00.000Z' };

test.each([{ calendarId: 'cal1' }, { assignedUserId: 'u1' }])(
  'blocks the time of %j',
  async (owner) => {
    highlevel('2021-04-15')
      .post('/calendars/events/block-slots', {
        locationId: 'loc1',
        title: 'Staff meeting',
        ...owner,
        ...inUtc,
      })
      .reply(201, { id: 'b1', locationId: 'loc1', title: 'Staff meeting', ...owner, ...times });

    const slot = await run(createBlockSlot, { title: 'Staff meeting', ...owner, ...times });

    expect(slot).toMatchObject({ id: 'b1', ...owner, ...times });
  },
);

test.each([
  [{ calendarId: 'cal1', assignedUserId: 'u1' }, 'Choose exactly one: a calendar, or a user'],
  [{}, 'Choose exactly one: a calendar, or a user'],
  [{ calendarId: 'cal1', endTime: times.startTime }, '“End” must be later than “Start”.'],
])('sends nothing for %j', async (input, message) => {
  expect(await failure(run(createBlockSlot, { ...times, ...input }))).toContain(message);
});
