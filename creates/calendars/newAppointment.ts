import type { LookAgain } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import { calendarEvents } from '../../records/calendarEvents.ts';

type Appointment = {
  locationId: string;
  calendarId: string;
  contactId: string;
  startTime: string;
};

/** Where an appointment that was perhaps just booked is looked for: in its calendar, within its first minute. */
export const newAppointment: LookAgain<Appointment> = {
  route: 'GET /calendars/events',
  request: ({ locationId, calendarId, startTime }) => ({
    locationId,
    calendarId,
    startTime: timeOf(startTime),
    endTime: timeOf(startTime) + 60_000,
  }),
  record: calendarEvents,
  isIt: (found, { contactId, startTime }) =>
    found.contactId === contactId && timeOf(found.startTime) === timeOf(startTime),
};
