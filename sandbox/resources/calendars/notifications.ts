import * as zod from 'zod';
import { type Endpoint, endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { optionalText } from '../../gateway/schemas.ts';
import { type Notification, notifications } from '../../seed/calendarParts.ts';
import type { Location } from '../../state/state.ts';
import { definedOnly, existing } from '../records.ts';
import { calendarOf, readingEvents, writingEvents } from './access.ts';

const schedule = zod.strictObject({
  timeOffset: zod.number().optional(),
  unit: optionalText,
});
const texts = zod.array(zod.string()).optional();

const receiverType = zod.enum([
  'contact',
  'guest',
  'assignedUser',
  'emails',
  'phoneNumbers',
  'business',
]);
const channel = zod.enum(['email', 'inApp', 'sms', 'whatsapp']);
const notificationType = zod.enum([
  'booked',
  'confirmation',
  'cancellation',
  'reminder',
  'followup',
  'reschedule',
]);

/** calendars.json, CreateCalendarNotificationDTO. */
const written = {
  isActive: zod.boolean().optional(),
  templateId: optionalText,
  body: optionalText,
  subject: optionalText,
  afterTime: zod.array(schedule).optional(),
  beforeTime: zod.array(schedule).optional(),
  additionalEmailIds: texts,
  additionalPhoneNumbers: texts,
  selectedUsers: texts,
  fromAddress: optionalText,
  fromName: optionalText,
  fromNumber: optionalText,
};

/** The endpoint takes a list; the gateway hands it over by index, so a plain object is refused. */
const listOfNew = zod
  .record(zod.string(), zod.strictObject({ ...written, receiverType, channel, notificationType }))
  .transform((byIndex) => Object.values(byIndex));

const flag = zod
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();

export const notificationRecords: Endpoint[] = [
  endpoint(
    'GET /calendars/{calendarId}/notifications',
    {
      ...readingEvents,
      query: zod.strictObject({
        isActive: flag,
        deleted: flag,
        limit: optionalText,
        skip: optionalText,
      }),
    },
    ({ path, query: { isActive, deleted = false, limit, skip }, location }) => {
      calendarOf(location, path.calendarId);
      // A number in a query is a text, and the database takes none (api#notification-list).
      const wrong = limit === undefined ? skip && 'skip' : 'limit';
      if (wrong)
        throw fail(
          400,
          `Failed to parse: ${wrong}: BSON field '${wrong}' is the wrong type 'string'`,
        );
      const found = [...notifications(location).values()].filter(
        (one) =>
          one.calendarId === path.calendarId &&
          one.deleted === deleted &&
          (isActive === undefined || one.isActive === isActive),
      );
      return found.map(shown);
    },
  ),

  endpoint(
    'POST /calendars/{calendarId}/notifications',
    { ...writingEvents, body: listOfNew },
    ({ path, body, location, state }) => {
      calendarOf(location, path.calendarId);
      return body.map((one) => {
        const made = notificationAfter(
          { ...empty, id: state.newId('hex'), calendarId: path.calendarId },
          one,
        );
        notifications(location).set(made.id, made);
        return shown(made);
      });
    },
  ),

  endpoint('GET /calendars/{calendarId}/notifications/{notificationId}', readingEvents, (call) =>
    shown(notificationOf(call.location, call.path)),
  ),

  endpoint(
    'PUT /calendars/{calendarId}/notifications/{notificationId}',
    {
      ...writingEvents,
      body: zod.strictObject({
        ...written,
        receiverType: receiverType.optional(),
        channel: channel.optional(),
        notificationType: notificationType.optional(),
        deleted: zod.boolean().optional(),
      }),
    },
    ({ path, body, location }) => {
      const known = notificationOf(location, path);
      notifications(location).set(known.id, notificationAfter(known, body));
      return { message: 'Notification updated successfully' };
    },
  ),

  /** A soft delete: `deleted` turns true (calendars.json, UpdateCalendarNotificationsDTO.deleted). */
  endpoint(
    'DELETE /calendars/{calendarId}/notifications/{notificationId}',
    writingEvents,
    (call) => {
      const known = notificationOf(call.location, call.path);
      notifications(call.location).set(known.id, { ...known, deleted: true });
      return { message: 'Notification deleted successfully' };
    },
  ),
];

const empty = {
  receiverType: '',
  channel: '',
  notificationType: '',
  isActive: true,
  deleted: false,
  beforeTime: [],
  afterTime: [],
  additionalEmailIds: [],
  additionalPhoneNumbers: [],
  additionalWhatsappNumbers: [],
  selectedUsers: [],
};

/** The sender is kept by HighLevel but shown nowhere. */
function notificationAfter(
  known: Notification,
  write: Partial<Record<keyof Notification | 'fromAddress' | 'fromName' | 'fromNumber', unknown>>,
): Notification {
  const { fromAddress: _, fromName: __, fromNumber: ___, ...body } = write;
  return { ...known, ...definedOnly(body) } as Notification;
}

/** A Mongo record: `_id`, no `id`. */
const shown = ({ id, calendarId: _, ...rest }: Notification) => ({ _id: id, ...rest });

type Path = { calendarId: string; notificationId: string };

/** A notification is found under its own calendar only. */
function notificationOf(location: Location, { calendarId, notificationId: id }: Path) {
  const found = notifications(location).get(id);
  return existing(found?.calendarId === calendarId ? found : undefined, 'Notification', id);
}
