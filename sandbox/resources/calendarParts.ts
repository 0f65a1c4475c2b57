import * as zod from 'zod';
import { type Endpoint, endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { text } from '../gateway/schemas.ts';
import {
  type Notification,
  notifications as notificationsOf,
  type Resource,
  resources as resourcesOf,
} from '../seed/calendarParts.ts';
import { calendars } from '../seed/calendars.ts';
import type { Location } from '../state/state.ts';

const version = '2021-04-15' as const;
const reading = { version, scopes: ['calendars/events.readonly'] };
const writing = { version, scopes: ['calendars/events.write'] };

const schedule = zod.strictObject({
  timeOffset: zod.number().optional(),
  unit: zod.string().optional(),
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
  templateId: zod.string().optional(),
  body: zod.string().optional(),
  subject: zod.string().optional(),
  afterTime: zod.array(schedule).optional(),
  beforeTime: zod.array(schedule).optional(),
  additionalEmailIds: texts,
  additionalPhoneNumbers: texts,
  selectedUsers: texts,
  fromAddress: zod.string().optional(),
  fromName: zod.string().optional(),
  fromNumber: zod.string().optional(),
};

/** The endpoint takes a list; the gateway hands it over by index, so a plain object is refused. */
const listOfNew = zod
  .record(zod.string(), zod.strictObject({ ...written, receiverType, channel, notificationType }))
  .transform((byIndex) => Object.values(byIndex));

const flag = zod
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();

const notificationEndpoints: Endpoint[] = [
  endpoint(
    'GET /calendars/{calendarId}/notifications',
    {
      ...reading,
      query: zod.strictObject({
        isActive: flag,
        deleted: flag,
        limit: zod.string().optional(),
        skip: zod.string().optional(),
      }),
    },
    ({ path, query: { isActive, deleted = false, limit, skip }, location }) => {
      checkCalendar(location, path.calendarId);
      // A number in a query is a text, and the database takes none (reality d.6, #3).
      const wrong = limit === undefined ? skip && 'skip' : 'limit';
      if (wrong)
        throw fail(
          400,
          `Failed to parse: ${wrong}: BSON field '${wrong}' is the wrong type 'string'`,
        );
      const found = [...notificationsOf(location).values()].filter(
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
    { ...writing, body: listOfNew },
    ({ path, body, location, state }) => {
      checkCalendar(location, path.calendarId);
      return body.map((one) => {
        const made = changed(
          { ...empty, id: state.newId('hex'), calendarId: path.calendarId },
          one,
        );
        notificationsOf(location).set(made.id, made);
        return shown(made);
      });
    },
  ),

  endpoint('GET /calendars/{calendarId}/notifications/{notificationId}', reading, (call) =>
    shown(notificationOf(call.location, call.path)),
  ),

  endpoint(
    'PUT /calendars/{calendarId}/notifications/{notificationId}',
    {
      ...writing,
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
      notificationsOf(location).set(known.id, changed(known, body));
      return { message: 'Notification updated successfully' };
    },
  ),

  /** A soft delete: `deleted` turns true (calendars.json, UpdateCalendarNotificationsDTO.deleted). */
  endpoint('DELETE /calendars/{calendarId}/notifications/{notificationId}', writing, (call) => {
    const known = notificationOf(call.location, call.path);
    notificationsOf(call.location).set(known.id, { ...known, deleted: true });
    return { message: 'Notification deleted successfully' };
  }),
];

const readingThings = { version, scopes: ['calendars/resources.readonly'] };
const writingThings = { version, scopes: ['calendars/resources.write'] };
const calendarList = zod.array(zod.string()).max(100);

const resourceEndpoints: Endpoint[] = [
  endpoint(
    'GET /calendars/resources/{resourceType}',
    {
      ...readingThings,
      query: zod.strictObject({
        locationId: text,
        limit: zod.coerce.number().int().min(1),
        skip: zod.coerce.number().int().min(0),
      }),
    },
    ({ path: { resourceType }, query: { limit, skip }, location }) => {
      checkType(resourceType);
      return [...resourcesOf(location).values()]
        .filter((one) => one.resourceType === resourceType)
        .slice(skip, skip + limit)
        .map(withId);
    },
  ),

  /** Everything is required, also what only the other kind has (calendars.json, CreateCalendarResourceDTO). */
  endpoint(
    'POST /calendars/resources/{resourceType}',
    {
      ...writingThings,
      status: 201,
      body: zod.strictObject({
        locationId: text,
        name: text,
        description: zod.string(),
        quantity: zod.number(),
        outOfService: zod.number(),
        capacity: zod.number(),
        calendarIds: calendarList,
      }),
    },
    ({ path: { resourceType }, body, location, state }) => {
      checkType(resourceType);
      const made: Resource = { ...body, id: state.newId('hex'), resourceType, isActive: true };
      checkCalendars(location, made);
      resourcesOf(location).set(made.id, made);
      return withId(made);
    },
  ),

  endpoint('GET /calendars/resources/{resourceType}/{id}', readingThings, ({ path, location }) =>
    withId(resourceOf(location, path)),
  ),

  /** The answer has no calendars (calendars.json, CalendarResourceResponseDTO). */
  endpoint(
    'PUT /calendars/resources/{resourceType}/{id}',
    {
      ...writingThings,
      body: zod.strictObject({
        locationId: text.optional(),
        name: text.optional(),
        description: zod.string().optional(),
        quantity: zod.number().optional(),
        outOfService: zod.number().optional(),
        capacity: zod.number().optional(),
        calendarIds: calendarList.optional(),
        isActive: zod.boolean().optional(),
      }),
    },
    ({ path, body, location }) => {
      const next = { ...resourceOf(location, path), ...given(body) };
      checkCalendars(location, next);
      resourcesOf(location).set(next.id, next);
      const { calendarIds: _, ...answer } = withId(next);
      return answer;
    },
  ),

  endpoint(
    'DELETE /calendars/resources/{resourceType}/{id}',
    writingThings,
    ({ path, location }) => ({
      success: resourcesOf(location).delete(resourceOf(location, path).id),
    }),
  ),
];

export const calendarParts = [...notificationEndpoints, ...resourceEndpoints];

/** What was written, without what was left out. */
const given = <T extends object>(write: T) =>
  Object.fromEntries(Object.entries(write).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };

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
function changed(
  known: Notification,
  write: Partial<Record<keyof Notification | 'fromAddress' | 'fromName' | 'fromNumber', unknown>>,
): Notification {
  const { fromAddress: _, fromName: __, fromNumber: ___, ...body } = write;
  return { ...known, ...given(body) } as Notification;
}

/** Mongo records: `_id`, no `id`. */
const shown = ({ id, calendarId: _, ...rest }: Notification) => ({ _id: id, ...rest });
const withId = ({ id, ...rest }: Resource) => ({ _id: id, ...rest });

function checkCalendar(location: Location, id: string): void {
  if (!calendars(location).has(id)) throw fail(400, `Calendar with id ${id} not found`);
}

/** A piece of equipment belongs to one service calendar only (calendars.json, calendarIds). */
function checkCalendars(location: Location, { resourceType, calendarIds: ids }: Resource): void {
  for (const id of ids) checkCalendar(location, id);
  if (resourceType === 'equipments' && ids.length > 1) {
    throw fail(400, 'One equipment can only be mapped with one service calendar.');
  }
}

function checkType(type: string): void {
  if (type !== 'rooms' && type !== 'equipments') {
    throw fail(422, ['resourceType must be one of the following values: equipments, rooms']);
  }
}

function notificationOf(
  location: Location,
  { calendarId, notificationId }: { calendarId: string; notificationId: string },
): Notification {
  const found = notificationsOf(location).get(notificationId);
  if (found?.calendarId !== calendarId) {
    throw fail(400, `Notification with id ${notificationId} not found`);
  }
  return found;
}

function resourceOf(
  location: Location,
  { resourceType, id }: { resourceType: string; id: string },
): Resource {
  checkType(resourceType);
  const found = resourcesOf(location).get(id);
  if (found?.resourceType !== resourceType) throw fail(400, `Resource with id ${id} not found`);
  return found;
}
