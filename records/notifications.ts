import { listIn } from '../lib/api/answers.ts';
import { record } from '../lib/record.ts';
import { type JsonObject, ownValue } from '../lib/values.ts';
import { deleted, done } from './outcomes.ts';

/** Who can get a notification (calendars.json, receiverType) → what people read. */
export const receivers = {
  contact: 'The contact',
  guest: 'The guests',
  assignedUser: 'The assigned user',
  emails: 'Additional email addresses',
  phoneNumbers: 'Additional phone numbers',
  business: 'The business',
} as const;

/** How a notification can be sent (calendars.json, channel) → what people read. */
export const channels = {
  email: 'Email',
  inApp: 'In-app notification',
  sms: 'Text message (SMS)',
  whatsapp: 'WhatsApp',
} as const;

/** What a notification can be about (calendars.json, notificationType) → what people read. */
export const occasions = {
  booked: 'Booked, not confirmed yet',
  confirmation: 'Confirmed',
  cancellation: 'Cancelled',
  reminder: 'Reminder before the appointment',
  followup: 'Follow-up after the appointment',
  reschedule: 'Rescheduled',
} as const;

const sample = {
  id: '65f1c0de8a3b2f0012ab34cd',
  notificationType: 'reminder',
  channel: 'email',
  receiverType: 'contact',
  isActive: true,
  subject: 'See you tomorrow',
  body: 'Your appointment at Bright Smile Dental is tomorrow.',
  templateId: '65f1c0de8a3b2f0012ab34ce',
  beforeTime: [{ timeOffset: 1, unit: 'days' }],
  afterTime: [{ timeOffset: 2, unit: 'hours' }],
  additionalEmailIds: ['frontdesk@example.com'],
  additionalPhoneNumbers: ['+14155550134'],
  additionalWhatsappNumbers: ['+14155550135'],
  selectedUsers: ['GCs5KuzPqTls7vWclkEV'],
  deleted: false,
};

const labels = {
  notificationType: 'Occasion',
  receiverType: 'Receiver',
  body: 'Text',
  templateId: 'Email Template ID',
  'beforeTime[]timeOffset': 'Times Before',
  'beforeTime[]unit': 'Units of Times Before',
  'afterTime[]timeOffset': 'Times After',
  'afterTime[]unit': 'Units of Times After',
  additionalEmailIds: 'Additional Email Addresses',
  additionalWhatsappNumbers: 'Additional WhatsApp Numbers',
  selectedUsers: 'Selected User IDs',
  deleted: 'Is Deleted',
};

const withId = ({ _id, ...raw }: JsonObject): JsonObject => ({ id: _id, ...raw });
const common = { noun: 'notification', sample, labels } as const;

/** A notification of a calendar, without a wrapper and with `_id` (calendars.json, CalendarNotificationResponseDTO). */
export const notification = record({
  ...common,
  complete: (records) => records.map(withId),
});

/** The notifications of a calendar: the answer is the list itself. */
export const notifications = record({
  ...common,
  many: 'notifications',
  complete: (records) => records.map(withId),
});

/** A notification after its create, which answers with a list as it takes one. */
export const createdNotification = record({
  ...common,
  complete: (_, { answer }) => listIn(answer, notifications).slice(0, 1).map(withId),
});

/** What an update says of a notification. */
export const updatedNotification = done(
  'notification',
  { calendarId: 'CVokAlI8fgw4WYWoCtQz', notificationId: sample.id },
  { message: 'Notification updated successfully' },
);

/** What a delete says of a notification. */
export const deletedNotification = deleted('notification', 'notificationId', {
  message: 'Notification deleted successfully',
});

const wordFor = (words: Record<string, string>, value: unknown): string =>
  ownValue(words, String(value)) ?? String(value);

/** A notification in a line: “Reminder before the appointment · Email · The contact”. */
export const notificationName = ({
  notificationType,
  channel,
  receiverType,
  isActive,
}: JsonObject): string =>
  [
    notificationType && wordFor(occasions, notificationType),
    channel && wordFor(channels, channel),
    receiverType && wordFor(receivers, receiverType),
    isActive === false && 'off',
  ]
    .filter(Boolean)
    .join(' · ');
