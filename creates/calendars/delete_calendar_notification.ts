import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { notificationOfCalendar } from '../../fields/notifications.ts';
import { create } from '../../lib/operations.ts';
import { deletedNotification } from '../../records/notifications.ts';

const input = zod.object({
  ...notificationOfCalendar,
  warning: note(
    'A deleted notification is no longer sent. If you only want to pause it, use “Update Notification” and set “Is Active” to no.',
  ),
});
const route = 'DELETE /calendars/{calendarId}/notifications/{notificationId}';

export default defineCreate({
  key: 'delete_calendar_notification',
  noun: 'Notification',
  display: {
    label: 'Delete Notification',
    description: 'Deletes a notification of a calendar.',
  },
  operation: create(route, { input, record: deletedNotification }),
});
