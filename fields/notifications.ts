import * as zod from 'zod';
import { isTrue, type JsonObject } from '../lib/values.ts';
import { channels, occasions, receivers } from '../records/notifications.ts';
import { choice, integer, longText, text, yesNo } from './common.ts';
import { calendarId, notificationId, userId } from './ids.ts';

/** Which notification of which calendar. */
export const notificationOfCalendar = {
  calendarId: calendarId.meta({ altersDynamicFields: true }),
  notificationId,
};

/** What a notification is about, how it is sent and to whom (calendars.json, CreateCalendarNotificationDTO). */
export const notificationKind = {
  notificationType: choice('Occasion', occasions),
  channel: choice('Channel', channels),
  receiverType: choice('Receiver', receivers),
};

const units = { mins: 'Minutes', hours: 'Hours', days: 'Days' } as const;

const inMessage = { group: 'Message', emphasize: true } as const;
const inReceivers = { group: 'More Receivers' } as const;
const inSender = { group: 'Sender' } as const;
const inTimes = { group: 'Times', emphasize: true } as const;

/**
 * Times before the appointment; keys of their own, because Zapier wants them unique in a form
 * (zapier#unique-field-keys).
 */
const beforeTime = zod
  .array(
    zod.object({
      before: integer('Time Before').min(0),
      beforeUnit: choice('Unit of Time Before', units),
    }),
  )
  .transform((rows) => rows.map(({ before, beforeUnit: unit }) => ({ timeOffset: before, unit })))
  .meta({ label: 'When to Remind', ...inTimes });

/** Times after the appointment. */
const afterTime = zod
  .array(
    zod.object({
      after: integer('Time After').min(0),
      afterUnit: choice('Unit of Time After', units),
    }),
  )
  .transform((rows) => rows.map(({ after, afterUnit: unit }) => ({ timeOffset: after, unit })))
  .meta({ label: 'When to Follow Up', ...inTimes });

/** What create and update of a notification have in common (calendars.json, CreateCalendarNotificationDTO). */
export const notificationBody = {
  beforeTime: beforeTime.optional(),
  afterTime: afterTime.optional(),
  subject: text('Subject', 'Only for emails. It can contain HighLevel’s merge fields.')
    .meta(inMessage)
    .optional(),
  body: longText('Text', 'Not for in-app notifications. It can contain HighLevel’s merge fields.')
    .meta(inMessage)
    .optional(),
  emailTemplate: text(
    'Email Template',
    'The ID of an email template in HighLevel, instead of “Text”.',
  )
    .meta(inMessage)
    .optional(),
  additionalEmails: zod.array(text('Additional Email Addresses')).meta(inReceivers).optional(),
  additionalPhoneNumbers: zod.array(text('Additional Phone Numbers')).meta(inReceivers).optional(),
  selectedUsers: zod
    .array(userId.meta({ label: 'Selected Users' }))
    .meta({
      ...inReceivers,
      label: 'Selected Users',
      helpText: 'Users who also get in-app notifications and emails to the business.',
    })
    .optional(),
  notifyAdmin: yesNo('Also Notify the Sub-Account Admin').meta(inReceivers).optional(),
  fromName: text('Sender Name', 'Only for emails and text messages.').meta(inSender).optional(),
  fromAddress: text('Sender Email', 'Only for emails. The address that they come from.')
    .meta(inSender)
    .optional(),
  fromNumber: text('Sender Phone Number', 'Only for text messages. Include the country code.')
    .meta(inSender)
    .optional(),
};

interface Body {
  emailTemplate?: string | undefined;
  additionalEmails?: string[] | undefined;
  selectedUsers?: string[] | undefined;
  notifyAdmin?: boolean | undefined;
  current?: JsonObject | undefined;
}

/** The API's own word for the admin among the selected users (calendars.json, selectedUsers). */
const admin = 'sub_account_admin';

/** The id of a selected user, also if the user is written out; none if there is no id. */
const userIn = (user: unknown): string[] => {
  const { id, _id }: JsonObject = Object(user);
  const found = _id ?? id ?? user;
  return typeof found === 'string' || typeof found === 'number' ? [String(found)] : [];
};

/** Switches for which the document of the update names a default: left out, they could fall back to it. */
const switches = (current: JsonObject): JsonObject =>
  Object.fromEntries(
    ['isActive', 'deleted']
      .filter((name) => /^(true|false)$/.test(String(current[name])))
      .map((name) => [name, isTrue(current[name])]),
  );

/**
 * The form under the API's names, with the admin among the selected users. Where only one of the two was filled in,
 * the other stays as it is in `current`.
 */
export const asNotification = <Values extends Body>(values: Values) => {
  const { emailTemplate, additionalEmails, selectedUsers, notifyAdmin, current, ...body } = values;
  const before = Array.isArray(current?.selectedUsers) ? current.selectedUsers.flatMap(userIn) : [];
  const isAdmin = notifyAdmin ?? before.includes(admin);
  const users = [
    ...(selectedUsers ?? before).filter((user) => user !== admin),
    ...(isAdmin ? [admin] : []),
  ];
  const isChanged = users.join() !== before.join();
  return {
    ...switches(current ?? {}),
    ...body,
    ...(emailTemplate ? { templateId: emailTemplate } : {}),
    ...(additionalEmails ? { additionalEmailIds: additionalEmails } : {}),
    ...(isChanged ? { selectedUsers: users } : {}),
  };
};
