import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { calendarId } from '../../fields/ids.ts';
import { choices } from '../../lib/operations.ts';
import { notificationName } from '../../records/notifications.ts';

export default defineTrigger({
  key: 'list_calendar_notification_choices',
  noun: 'Notification',
  display: {
    label: 'List Calendar Notification Choices',
    description: 'Fills the dropdown of a calendar’s notifications.',
    hidden: true,
  },
  operation: choices('GET /calendars/{calendarId}/notifications', {
    input: zod.object({ calendarId }),
    list: 'notifications',
    name: notificationName,
  }),
});
