import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import { calendarId, notificationId } from '../../fields/ids.ts';
import {
  asNotification,
  channel,
  notificationBody,
  notificationType,
  receiverType,
} from '../../fields/notifications.ts';
import { recordIn } from '../../lib/api/answers.ts';
import { create } from '../../lib/operations.ts';
import { notification } from '../../records/notifications.ts';
import { done } from '../../records/outcomes.ts';
import { readCurrent } from '../../steps/current.ts';

const input = zod.object({
  calendarId: calendarId.meta({ altersDynamicFields: true }),
  notificationId,
  notificationType: notificationType.optional(),
  channel: channel.optional(),
  receiverType: receiverType.optional(),
  isActive: yesNo('Is Active').optional(),
  deleted: yesNo('Is Deleted', 'Choose no to restore a deleted notification.').optional(),
  ...notificationBody,
});

type Values = zod.output<typeof input>;

const readRoute = 'GET /calendars/{calendarId}/notifications/{notificationId}';

// So that a paused notification is not sent again, and its selected users, which are one list there, stay whole.
const readNotification = readCurrent<Values>({
  routes: [readRoute],
  isNeeded: ({ selectedUsers, notifyAdmin, isActive, deleted }) =>
    (selectedUsers === undefined) !== (notifyAdmin === undefined) ||
    isActive === undefined ||
    deleted === undefined,
  read: async (run, { calendarId: calendar, notificationId: id }) => {
    const answer = await run.call(readRoute, { calendarId: calendar, notificationId: id });
    return recordIn(answer, notification);
  },
});

export default defineCreate({
  key: 'update_calendar_notification',
  noun: 'Notification',
  display: {
    label: 'Update Notification',
    description: 'Changes a notification of a calendar. What you leave empty stays as it is.',
  },
  operation: create('PUT /calendars/{calendarId}/notifications/{notificationId}', {
    input,
    request: asNotification,
    record: done(
      'notification',
      { calendarId: 'CVokAlI8fgw4WYWoCtQz', notificationId: '65f1c0de8a3b2f0012ab34cd' },
      { message: 'Notification updated successfully' },
    ),
    steps: [readNotification],
  }),
});
