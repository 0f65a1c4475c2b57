import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import { calendarId } from '../../fields/ids.ts';
import { asNotification, notificationBody, notificationKind } from '../../fields/notifications.ts';
import { create } from '../../lib/operations.ts';
import { createdNotification } from '../../records/notifications.ts';

const input = zod.object({
  calendarId,
  ...notificationKind,
  isActive: yesNo('Is Active').default(true),
  ...notificationBody,
});

// The create takes a list (calendars.json), here of one. JSON.stringify asks `toJSON` what to write.
const asList = ({ calendarId: calendar, ...notification }: zod.output<typeof input>) => ({
  calendarId: calendar,
  toJSON: () => [asNotification(notification)],
});

export default defineCreate({
  key: 'create_calendar_notification',
  noun: 'Notification',
  display: {
    label: 'Create Calendar Notification',
    description: 'Creates a reminder or another notification for a calendar.',
  },
  operation: create('POST /calendars/{calendarId}/notifications', {
    input,
    request: asList,
    record: createdNotification,
  }),
});
