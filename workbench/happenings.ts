import { DateTime } from 'luxon';
import { deals } from './deals.ts';
import {
  type Ask,
  calendarsVersion,
  contactsVersion,
  first,
  type Happening,
  type Json,
} from './happening.ts';
import { talks } from './talks.ts';

const names = [
  ['Amelia', 'Hart'],
  ['Bruno', 'Keller'],
  ['Chiara', 'Moretti'],
  ['Dev', 'Anand'],
  ['Elif', 'Demir'],
  ['Femi', 'Okafor'],
  ['Greta', 'Lindqvist'],
  ['Hugo', 'Marchand'],
] as const;

const notes = ['Please call about the crown', 'Asks for whitening', 'Likes mornings'] as const;

/** “Sat, Dec 5, 9:00 AM”, at the offset that the slot has: that of the sub-account. */
const slotTime = (startTime: string): string =>
  DateTime.fromISO(startTime, { setZone: true }).setLocale('en-US').toFormat('ccc, LLL d, h:mm a');

const newest = async (ask: Ask, locationId: string, contactId = ''): Promise<Json> => {
  if (contactId) {
    const { contact } = await ask('GET', `/contacts/${contactId}`, contactsVersion);
    return contact as Json;
  }
  const answer = await ask('POST', '/contacts/search', contactsVersion, {
    locationId,
    page: 1,
    pageLimit: 1,
    sort: [{ field: 'dateAdded', direction: 'desc' }],
  });
  return first(answer.contacts, 'contact');
};

const nameOf = ({ firstName, lastName, contactName, name }: Json): string =>
  [firstName, lastName].filter(Boolean).join(' ') || String(contactName ?? name ?? 'the contact');

/** What can be made to happen, by name. */
export const happenings: Record<string, Happening> = {
  newContact: {
    label: 'New contact',
    act: async (ask, { id: locationId }, { number }) => {
      const [firstName, lastName] = names[number % names.length] ?? names[0];
      const suffix = number < names.length ? '' : ` ${Math.floor(number / names.length) + 1}`;
      await ask('POST', '/contacts/', contactsVersion, {
        locationId,
        firstName,
        lastName: `${lastName}${suffix}`,
        email: `${firstName}.${lastName}${suffix.trim()}@example.com`.toLowerCase(),
        phone: `+1415555${String(1000 + (number % 9000)).padStart(4, '0')}`,
        source: 'Website form',
        tags: ['new patient'],
      });
      return `${firstName} ${lastName}${suffix} filled in the website form and is a new contact.`;
    },
  },
  changedContact: {
    label: 'Changed contact',
    act: async (ask, { id: locationId }, { number, contactId }) => {
      const contact = await newest(ask, locationId, contactId);
      const city = ['Oakland', 'Berkeley', 'San Mateo', 'Palo Alto'][number % 4];
      await ask('PUT', `/contacts/${contact.id}`, contactsVersion, { city });
      return `${nameOf(contact)} has moved to ${city}.`;
    },
  },
  bookedAppointment: {
    label: 'Booked appointment',
    act: async (ask, { id: locationId }, { contactId }) => {
      const contact = await newest(ask, locationId, contactId);
      const listed = await ask('GET', `/calendars/?locationId=${locationId}`, calendarsVersion);
      const calendar = first(listed.calendars, 'calendar');
      const [from, to] = [1, 14].map((days) => Date.now() + days * 86_400_000);
      const free = await ask(
        'GET',
        `/calendars/${calendar.id}/free-slots?startDate=${from}&endDate=${to}`,
        calendarsVersion,
      );
      const slots = Object.values(free).flatMap((day) => (day as { slots?: string[] }).slots ?? []);
      const [startTime] = slots;
      if (!startTime) throw new Error(`${calendar.name} has no free slot in the next two weeks.`);
      await ask('POST', '/calendars/events/appointments', calendarsVersion, {
        locationId,
        calendarId: calendar.id,
        contactId: contact.id,
        startTime,
      });
      return `${nameOf(contact)} has booked “${calendar.name}” for ${slotTime(startTime)}.`;
    },
  },
  newNote: {
    label: 'New note',
    act: async (ask, { id: locationId }, { number, contactId }) => {
      const contact = await newest(ask, locationId, contactId);
      const body = notes[number % notes.length] ?? notes[0];
      await ask('POST', `/contacts/${contact.id}/notes`, contactsVersion, { body });
      return `${nameOf(contact)} has a new note: “${body}”`;
    },
  },
  newTask: {
    label: 'New task',
    act: async (ask, { id: locationId }, { contactId }) => {
      const contact = await newest(ask, locationId, contactId);
      const dueDate = new Date(Date.now() + 2 * 86_400_000).toISOString();
      await ask('POST', `/contacts/${contact.id}/tasks`, contactsVersion, {
        title: 'Send the plan',
        dueDate,
        completed: false,
      });
      return `${nameOf(contact)} has a new task: “Send the plan”, due in two days.`;
    },
  },
  ...deals,
  ...talks,
};
