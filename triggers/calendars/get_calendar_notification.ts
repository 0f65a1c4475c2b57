import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { notificationOfCalendar } from '../../fields/notifications.ts';
import { trigger } from '../../lib/operations.ts';
import { notification } from '../../records/notifications.ts';

const input = zod.object(notificationOfCalendar);
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
