import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import { calendarId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { notifications } from '../../records/notifications.ts';

const input = zod.object({
  calendarId,
  isActive: yesNo(
    'Is Active',
    'Left empty, notifications that are on and those that are off.',
  ).optional(),
  deleted: yesNo('Is Deleted', 'Yes lists notifications that were deleted.').optional(),
});

export default defineTrigger({
  key: 'list_calendar_notifications',
  noun: 'Notification',
  display: {
    label: 'List Calendar Notifications',
    description: 'Triggers when a calendar gets a notification, or when one of them changes.',
  },
  operation: trigger('GET /calendars/{calendarId}/notifications', { input, record: notifications }),
});
