import updateCalendarNotification from '../../../creates/calendars/update_calendar_notification.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('changes only what was filled in', async () => {
  highlevel('2021-04-15')
    .put('/calendars/cal1/notifications/n1', {
      isActive: false,
      deleted: false,
      beforeTime: [{ timeOffset: 2, unit: 'hours' }],
    })
    .reply(200, { message: 'Updated' });

  const changed = await run(updateCalendarNotification, {
    calendarId: 'cal1',
    notificationId: 'n1',
    isActive: 'no',
    deleted: false,
    beforeTime: [{ before: 2, beforeUnit: 'hours' }],
  });
  expect(changed).toMatchObject({
    calendarId: 'cal1',
    notificationId: 'n1',
    succeeded: true,
    message: 'Updated',
  });
});

const admin = 'sub_account_admin';

test.each([
  [{ notifyAdmin: true }, ['u1'], ['u1', admin]],
  [{ notifyAdmin: 'no' }, ['u1', admin], ['u1']],
  [{ notifyAdmin: 'no' }, [admin], []],
  [{ selectedUsers: ['u2'] }, ['u1', admin], ['u2', admin]],
  [{ notifyAdmin: true }, [{ id: 'u1', name: 'Ana' }, null, {}], ['u1', admin]],
])('%j keeps the others of %j', async (given, selectedUsers, sent) => {
  highlevel('2021-04-15')
    .get('/calendars/cal1/notifications/n1')
    .reply(200, { _id: 'n1', selectedUsers })
    .put('/calendars/cal1/notifications/n1', { selectedUsers: sent })
    .reply(200, { message: 'Updated' });
  const ids = { calendarId: 'cal1', notificationId: 'n1' };
  expect(await run(updateCalendarNotification, { ...ids, ...given })).toMatchObject(ids);
});

test('users and admin together need no look at those that are there', async () => {
  const whole = { isActive: true, deleted: false };
  highlevel('2021-04-15')
    .put('/calendars/cal1/notifications/n1', { ...whole, selectedUsers: ['u2', admin] })
    .reply(200, { message: 'Updated' });
  const ids = { calendarId: 'cal1', notificationId: 'n1' };
  const given = { ...ids, ...whole, selectedUsers: ['u2'], notifyAdmin: true };
  expect(await run(updateCalendarNotification, given)).toMatchObject(ids);
});

test.each([
  [{ isActive: false, deleted: false }, {}, { isActive: false, deleted: false }],
  [{ isActive: 'false' }, {}, { isActive: false }],
  [{ isActive: false, deleted: true }, { deleted: 'no' }, { isActive: false, deleted: false }],
  [{ isActive: false, deleted: false }, { isActive: true }, { isActive: true, deleted: false }],
])(
  '%j and %j: one that is paused stays so, which HighLevel could take for active',
  async (was, given, sent) => {
    highlevel('2021-04-15')
      .get('/calendars/cal1/notifications/n1')
      .reply(200, { _id: 'n1', selectedUsers: ['u1'], ...was })
      .put('/calendars/cal1/notifications/n1', { subject: 'See you', ...sent })
      .reply(200, { message: 'Updated' });
    const ids = { calendarId: 'cal1', notificationId: 'n1' };
    const input = { ...ids, subject: 'See you', ...given };
    expect(await run(updateCalendarNotification, input)).toMatchObject(ids);
  },
);
