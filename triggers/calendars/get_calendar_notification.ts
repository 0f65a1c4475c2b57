import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { calendarId, notificationId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { notification } from '../../records/notifications.ts';

const input = zod.object({
  calendarId: calendarId.meta({ altersDynamicFields: true }),
  notificationId,
});
const route = 'GET /calendars/{calendarId}/notifications/{notificationId}';

export default defineTrigger({
  key: 'get_calendar_notification',
  noun: 'Notification',
  display: {
    label: 'Get Calendar Notification',
    description: 'Triggers when a notification of your choice changes.',
  },
  operation: trigger(route, { input, record: notification }),
});
