import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import { current } from '../../fields/current.ts';
import { calendarId, notificationId } from '../../fields/ids.ts';
import {
  asNotification,
  channel,
  keepingNotification,
  notificationBody,
  notificationType,
  receiverType,
} from '../../fields/notifications.ts';
import { send } from '../../lib/operation.ts';
import { done } from '../../records/outcomes.ts';

const input = zod
  .object({
    calendarId: calendarId.meta({ altersDynamicFields: true }),
    notificationId,
    notificationType: notificationType.optional(),
    channel: channel.optional(),
    receiverType: receiverType.optional(),
    isActive: yesNo('Is Active').optional(),
    deleted: yesNo('Is Deleted', 'No brings back a notification that was deleted.').optional(),
    ...notificationBody,
    current,
  })
  .transform(asNotification);

export default defineCreate({
  key: 'update_calendar_notification',
  noun: 'Notification',
  display: {
    label: 'Update Notification',
    description: 'Changes a notification of a calendar. What you leave empty stays as it is.',
  },
  operation: keepingNotification(
    send(
      'PUT /calendars/{calendarId}/notifications/{notificationId}',
      input,
      done(
        'notification',
        {
          calendarId: 'CVokAlI8fgw4WYWoCtQz',
          notificationId: '65f1c0de8a3b2f0012ab34cd',
        },
        { message: 'Notification updated successfully' },
      ),
    ),
  ),
});
