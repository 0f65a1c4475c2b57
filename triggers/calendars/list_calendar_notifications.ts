import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import { calendarId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { notifications } from '../../records/notifications.ts';

const input = zod.object({
  calendarId,
  isActive: yesNo('Is Active', 'Leave empty for active and inactive notifications.').optional(),
  deleted: yesNo('Is Deleted', 'Choose yes to list deleted notifications.').optional(),
});

export default defineTrigger({
  key: 'list_calendar_notifications',
  noun: 'Notification',
  display: {
    label: 'List Calendar Notifications',
    description: 'Triggers when a notification of a calendar is added or changed.',
  },
  operation: trigger('GET /calendars/{calendarId}/notifications', { input, record: notifications }),
});
