import { listIn } from '../lib/api/answers.ts';
import type { Run } from '../lib/run.ts';
import { daysAround, timeOf } from '../lib/time.ts';
import type { JsonObject } from '../lib/values.ts';
import { calendarEvents } from './calendarEvents.ts';
import { calendars } from './calendars.ts';
import { contactAppointmentsRoutes, readContactAppointments } from './contactAppointments.ts';
import type { PostedPart } from './partOfPost.ts';

const changedAt = ({ dateUpdated, dateAdded }: JsonObject): number =>
  timeOf(dateUpdated) || timeOf(dateAdded) || 0;

const lastChanged = (found: JsonObject[]): JsonObject[] =>
  found.sort((a, b) => changedAt(b) - changedAt(a));

/** The appointment of a post. */
export const postedAppointment: PostedPart = {
  name: 'appointment',
  sample: {
    id: 'Tj1DEAVFP3eTMd9vdfx3',
    title: 'Whitening consultation',
    calendarId: 'CVokAlI8fgw4WYWoCtQz',
    calendarName: 'Consultations',
    appointmentStatus: 'confirmed',
    status: 'booked',
    startTime: '2026-03-09T10:00:00-07:00',
    endTime: '2026-03-09T10:30:00-07:00',
    timeZone: 'America/Los_Angeles',
    address: '500 Market Street, San Francisco',
    assignedUserId: 'GCs5KuzPqTls7vWclkEV',
    createdBySource: 'booking_widget',
    dateAdded: '2026-03-04T09:30:45.000Z',
  },
  labels: {
    appointment__id: 'Appointment ID',
    appointment__appointmentStatus: 'Appointment Status',
    appointment__startTime: 'Start',
    appointment__endTime: 'End',
    appointment__timeZone: 'Time Zone of Start and End',
  },
  routes: contactAppointmentsRoutes,
  isWhole: ({ id, startTime }) => Boolean(id || startTime),
  // The one that changed last: a post without the appointment does not say which one it was.
  read: async (run, contactId) => lastChanged(await readContactAppointments(run, contactId))[0],
};

const calendarsRoute = 'GET /calendars/';
const eventsRoute = 'GET /calendars/events';

/** Calendars that are looked through: no endpoint gives the appointments of them all (api#owner-of-events). */
const fewCalendars = 5;

/** Some appointments of the months around now, latest change first, each as an event. */
export const recentAppointments = {
  routes: [calendarsRoute, eventsRoute],
  read: async (run: Run): Promise<JsonObject[]> => {
    const { locationId } = run;
    const all = listIn(await run.call(calendarsRoute, { locationId }), calendars);
    const window = daysAround(30, 30);
    const found = await Promise.all(
      all.slice(0, fewCalendars).map(async ({ id, name }) => {
        const answer = await run.call(eventsRoute, { locationId, calendarId: id, ...window });
        return listIn(answer, calendarEvents).map((one) => ({ ...one, calendarName: name }));
      }),
    );
    return lastChanged(found.flat())
      .slice(0, 3)
      .map((appointment) => ({ id: appointment.contactId, appointment }));
  },
};
