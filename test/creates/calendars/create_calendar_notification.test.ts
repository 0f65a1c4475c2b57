import createCalendarNotification from '../../../creates/calendars/create_calendar_notification.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const needed = { notificationType: 'reminder', channel: 'email', receiverType: 'contact' };

test('sends a list of one and gives the one that comes back', async () => {
  highlevel('2021-04-15')
    .post('/calendars/cal1/notifications', [
      {
        ...needed,
        isActive: true,
        beforeTime: [
          { timeOffset: 1, unit: 'days' },
          { timeOffset: 30, unit: 'mins' },
        ],
        afterTime: [{ timeOffset: 2, unit: 'hours' }],
        subject: 'Tomorrow',
        body: 'See you, {{contact.first_name}}',
        templateId: 't1',
        additionalEmailIds: ['desk@example.com'],
        additionalPhoneNumbers: ['+14155550134'],
        fromName: 'Bright Smile',
        fromAddress: 'hi@example.com',
        fromNumber: '+14155550100',
        selectedUsers: ['u1', 'sub_account_admin'],
      },
    ])
    .reply(200, [{ _id: 'n1', channel: 'email' }]);

  const made = await run(createCalendarNotification, {
    calendarId: 'cal1',
    ...needed,
    beforeTime: [
      { before: '1', beforeUnit: 'days' },
      { before: 30, beforeUnit: 'mins' },
    ],
    afterTime: [{ after: 2, afterUnit: 'hours' }],
    subject: 'Tomorrow',
    body: 'See you, {{contact.first_name}}',
    emailTemplate: 't1',
    additionalEmails: ['desk@example.com'],
    additionalPhoneNumbers: ['+14155550134'],
    fromName: 'Bright Smile',
    fromAddress: 'hi@example.com',
    fromNumber: '+14155550100',
    selectedUsers: ['u1'],
    notifyAdmin: 'yes',
    isActive: true,
  });
  expect(made).toMatchObject({ id: 'n1', channel: 'email', subject: null });
});

test('a time without its unit is named', async () => {
  const given = { calendarId: 'cal1', ...needed, beforeTime: [{ before: 1 }] };
  expect(await failure(run(createCalendarNotification, given))).toContain('“Unit of Time Before”');
});
