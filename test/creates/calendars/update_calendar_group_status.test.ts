import updateStatus from '../../../creates/calendars/update_calendar_group_status.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('switches a group off', async () => {
  highlevel('2021-04-15')
    .put('/calendars/groups/g1/status', { isActive: false })
    .reply(200, { success: true });

  const result = await run(updateStatus, { groupId: 'g1', isActive: 'no' });

  expect(result).toMatchObject({ id: 'g1', isActive: false, success: true });
});
