import { collection } from '../state/collection.ts';
import { calendars } from './calendars.ts';

/** Minutes, hours or days before or after an appointment. */
type Schedule = { timeOffset?: number | undefined; unit?: string | undefined };

/** A notification of a calendar, as `GET /calendars/{calendarId}/notifications` shows it but for `id`, there `_id`. */
export type Notification = {
  id: string;
  calendarId: string;
  receiverType: string;
  channel: string;
  notificationType: string;
  isActive: boolean;
  deleted: boolean;
  templateId?: string;
  subject?: string;
  body?: string;
  beforeTime: Schedule[];
  afterTime: Schedule[];
  additionalEmailIds: string[];
  additionalPhoneNumbers: string[];
  additionalWhatsappNumbers: string[];
  selectedUsers: string[];
};

const NOTICES = [
  { notificationType: 'confirmation', channel: 'email', receiverType: 'contact', before: 0 },
  { notificationType: 'reminder', channel: 'sms', receiverType: 'contact', before: 1 },
  { notificationType: 'cancellation', channel: 'inApp', receiverType: 'assignedUser', before: 0 },
];

/** Three notifications of each calendar. */
export const notifications = collection<Notification>('notifications', ({ place, hexId }) =>
  [...calendars(place).values()].flatMap(({ id: calendarId, name }) =>
    NOTICES.map(({ notificationType, channel, receiverType, before }) => ({
      id: hexId(calendarId, notificationType),
      calendarId,
      receiverType,
      channel,
      notificationType,
      isActive: true,
      deleted: false,
      subject: `${name}: ${notificationType}`,
      body: `Your ${name.toLowerCase()} with {{appointment.user.name}}`,
      beforeTime: before ? [{ timeOffset: before, unit: 'days' }] : [],
      afterTime: [],
      additionalEmailIds: [],
      additionalPhoneNumbers: [],
      additionalWhatsappNumbers: [],
      selectedUsers: [],
    })),
  ),
);

/** A room or a piece of equipment (calendars.json, CalendarResourceByIdResponseDTO). */
export type Resource = {
  id: string;
  locationId: string;
  resourceType: string;
  name: string;
  description: string;
  isActive: boolean;
  quantity: number;
  outOfService: number;
  capacity: number;
  calendarIds: string[];
};

const THINGS = [
  { resourceType: 'rooms', name: 'Treatment Room 1', quantity: 1, capacity: 3 },
  { resourceType: 'rooms', name: 'Treatment Room 2', quantity: 1, capacity: 3 },
  { resourceType: 'equipments', name: 'X-ray Unit', quantity: 1, capacity: 1 },
  { resourceType: 'equipments', name: 'Laser', quantity: 2, capacity: 1 },
];

/** Two rooms and two pieces of equipment of the dental practice. */
export const resources = collection<Resource>('resources', ({ place, hexId }) => {
  const [calendarId = ''] = calendars(place).keys();
  return (place.isMain ? THINGS : []).map((thing) => ({
    ...thing,
    id: hexId(thing.name),
    locationId: place.id,
    description: `${thing.name} on the ground floor`,
    isActive: true,
    outOfService: 0,
    calendarIds: [calendarId],
  }));
});
