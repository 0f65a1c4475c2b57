import type { Endpoint } from '../../gateway/endpoint.ts';
import { noteRecords } from './appointmentNotes.ts';
import { appointmentRecords } from './appointments.ts';
import { blockedSlotWrites } from './blockedSlots.ts';
import { calendarRecords } from './calendars.ts';
import { calendarEvents } from './events.ts';
import { freeSlots } from './freeSlots.ts';
import { groups } from './groups.ts';
import { notificationRecords } from './notifications.ts';
import { resourceRecords } from './resources.ts';
import { serviceBookings } from './services.ts';

/** Calendars and what takes place in them. */
export const calendarEndpoints: Endpoint[] = [
  ...groups,
  ...calendarRecords,
  ...freeSlots,
  ...calendarEvents,
  ...blockedSlotWrites,
  ...appointmentRecords,
  ...noteRecords,
  ...notificationRecords,
  ...resourceRecords,
  ...serviceBookings,
];
