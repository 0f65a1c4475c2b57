import { collection } from '../state/collection.ts';
import { calendars } from './calendars.ts';
import { contacts } from './contacts.ts';
import { contactsFor, daysApart } from './spread.ts';
import { staffOf, users } from './users.ts';

/**
 * An appointment as it is stored; times are epoch ms, each endpoint writes them in its own way (api#calendar-times,
 * api#appointments-of-a-contact).
 */
export type Appointment = {
  id: string;
  calendarId: string;
  locationId: string;
  contactId: string;
  assignedUserId: string;
  title: string;
  appointmentStatus: string;
  address: string;
  notes: string;
  description?: string;
  meetingLocationType?: string;
  meetingLocationId?: string;
  rrule?: string;
  createdBy?: { userId: string; source: string };
  startTime: number;
  endTime: number;
  dateAdded: number;
  dateUpdated: number;
  deleted: boolean;
};

const HOUR = 3_600_000;

/** Twelve appointments (or as many as asked for) of the newest contacts of the dental practice, past and coming. */
export const appointments = collection<Appointment>('appointments', ({ place, faker, id, ago }) => {
  const places = [...calendars(place).values()];
  const staff = staffOf(place);
  const { settings } = place.state;
  const size = place.isMain ? settings.appointments : 0;
  const spread = contactsFor(size, settings.contacts, 8);
  const step = daysApart(size, 1);
  return Array.from({ length: size }, (_, i) => {
    const contact = contacts(place).seededAt(i % spread);
    const calendar = places[i % places.length];
    const startTime = Math.floor(ago(i * step - 5) / HOUR) * HOUR;
    return {
      id: id(i),
      calendarId: calendar?.id ?? '',
      locationId: place.id,
      contactId: contact?.id ?? '',
      assignedUserId: staff[i % staff.length] ?? '',
      title: `${calendar?.name} with ${contact?.firstName}`,
      appointmentStatus: i * step > 5 ? 'showed' : 'confirmed',
      address: '350 Fifth Avenue, New York',
      notes: faker.lorem.sentence(),
      startTime,
      endTime: startTime + HOUR / 2,
      dateAdded: ago(i * step + 3),
      dateUpdated: ago(i * step + 2),
      deleted: false,
    };
  });
});

/** A note of an appointment, as it is stored. */
export type AppointmentNote = {
  id: string;
  appointmentId: string;
  contactId: string;
  body: string;
  userId: string;
  dateAdded: string;
  createdBy: { id: string; name: string };
};

/** One note for each of the first four appointments. */
export const appointmentNotes = collection<AppointmentNote>(
  'appointment notes',
  ({ place, state, faker, id }) =>
    [...appointments(place).values()].slice(0, 4).map((appointment) => {
      const userId = appointment.assignedUserId;
      return {
        id: id(appointment.id),
        appointmentId: appointment.id,
        contactId: appointment.contactId,
        body: faker.lorem.sentence(),
        userId,
        dateAdded: new Date(appointment.dateAdded).toISOString(),
        createdBy: { id: userId, name: users(state.company).get(userId)?.name ?? '' },
      };
    }),
);
