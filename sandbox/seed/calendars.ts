import { collection } from '../state.ts';
import { contacts } from './contacts.ts';
import { users } from './users.ts';

/** An appointment as kept; times are epoch ms, each endpoint writes them in its own way (reality d.6). */
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
  startTime: number;
  endTime: number;
  dateAdded: number;
  dateUpdated: number;
  deleted: boolean;
};

/** The ids of the three calendars of each sub-account: check-up, cleaning, consultation. */
export const calendarIds = collection('calendars', ({ id }) =>
  ['Check-up', 'Cleaning', 'Consultation'].map((name) => ({ id: id(name), name })),
);

const HOUR = 3_600_000;

/** Twelve appointments of the newest contacts of the dental practice, past and coming. */
export const appointments = collection<Appointment>(
  'appointments',
  ({ place, state, faker, id, ago }) => {
    const calendars = [...calendarIds(place).values()];
    const staff = [...users(state.company).values()].filter(({ roles }) =>
      roles.locationIds.includes(place.id),
    );
    return Array.from({ length: place.isMain ? 12 : 0 }, (_, i) => {
      const contact = contacts(place).seededAt(i % 8);
      const calendar = calendars[i % calendars.length];
      const startTime = Math.floor(ago(i - 5) / HOUR) * HOUR;
      return {
        id: id(i),
        calendarId: calendar?.id ?? '',
        locationId: place.id,
        contactId: contact?.id ?? '',
        assignedUserId: staff[i % staff.length]?.id ?? '',
        title: `${calendar?.name} with ${contact?.firstName}`,
        appointmentStatus: i > 5 ? 'showed' : 'confirmed',
        address: '350 Fifth Avenue, New York',
        notes: faker.lorem.sentence(),
        startTime,
        endTime: startTime + HOUR / 2,
        dateAdded: ago(i + 3),
        dateUpdated: ago(i + 2),
        deleted: false,
      };
    });
  },
);
