import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import {
  asNotification,
  notificationBody,
  notificationKind,
  notificationOfCalendar,
} from '../../fields/notifications.ts';
import { create } from '../../lib/operations.ts';
import { notification, updatedNotification } from '../../records/notifications.ts';
import { readCurrent } from '../../steps/current.ts';

const input = zod.object({
  ...notificationOfCalendar,
  ...zod.object(notificationKind).partial().shape,
  isActive: yesNo('Is Active').optional(),
  deleted: yesNo('Is Deleted', 'Choose no to restore a deleted notification.').optional(),
  ...notificationBody,
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
    record: updatedNotification,
    steps: [
      // So that a paused notification is not sent again, and its selected users, one list there, stay whole.
      readCurrent('GET /calendars/{calendarId}/notifications/{notificationId}', notification, {
        isNeeded: ({ selectedUsers, notifyAdmin, isActive, deleted }) =>
          [isActive, deleted].includes(undefined) ||
          (selectedUsers === undefined) !== (notifyAdmin === undefined),
      }),
    ],
  }),
});
