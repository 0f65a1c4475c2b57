import * as zod from 'zod';
import { listIn, recordIn } from '../lib/api/answers.ts';
import { cached } from '../lib/cache.ts';
import { type Context, finishRecords, record } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import type { JsonObject } from '../lib/values.ts';
import { knownZone, zonedIso } from '../lib/zones.ts';
import { appointmentLabels } from './appointments.ts';
import { location } from './locations.ts';

const route = 'GET /contacts/{contactId}/appointments';
const locationRoute = 'GET /locations/{locationId}';

/** What reading the appointments of a contact calls. */
export const contactAppointmentsRoutes = [route, locationRoute];

const zoneEntry = {
  name: 'time-zone',
  shape: zod.string(),
  seconds: (zone: string) => (zone ? 3_600 : 60),
};

/** The IANA time zone of the sub-account, kept for an hour; empty if HighLevel does not say one. */
export const loadTimeZone = async (run: Run): Promise<string> => {
  const zone = await cached(run.cache, zoneEntry, async () => {
    const { locationId } = run;
    const answer = await run.call(locationRoute, { locationId });
    return String(recordIn(answer, location)?.timezone ?? '');
  });
  return knownZone(zone);
};

const withoutZone = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?$/;
const times = ['startTime', 'endTime', 'dateAdded', 'dateUpdated'];

/** This endpoint gives local times without a zone (api#appointments-of-a-contact): they get the sub-account’s offset. */
const complete = async (records: JsonObject[], { run }: Context): Promise<JsonObject[]> => {
  if (!records.some((raw) => times.some((key) => withoutZone.test(String(raw[key])))))
    return records;
  const zone = await loadTimeZone(run);
  return records.map((raw) => ({
    ...raw,
    ...Object.fromEntries(
      times.filter((key) => key in raw).map((key) => [key, zonedIso(raw[key], zone)]),
    ),
  }));
};

const labels = {
  ...appointmentLabels,
  createdBy__userId: 'Created by User ID',
  createdBy__source: 'Created Through',
};

/** The appointments of a contact (contacts.json, GetEventSchema). */
export const contactAppointments = record({
  noun: 'appointment',
  many: 'events',
  changed: 'dateUpdated',
  sample: {
    id: 'Tj1DEAVFP3eTMd9vdfx3',
    title: 'Whitening consultation',
    calendarId: 'CVokAlI8fgw4WYWoCtQz',
    contactId: 'ocQHyuzHvysMo5N5VsXc',
    locationId: 've9EPM428h8vShlRW1KT',
    groupId: 'BqTwX8QFwXzpegMve9EQ',
    status: 'booked',
    appointmentStatus: 'confirmed',
    assignedUserId: 'GCs5KuzPqTls7vWclkEV',
    users: ['GCs5KuzPqTls7vWclkEV'],
    assignedResources: ['bv4zYNMPY2tDWHxGQXQt'],
    notes: 'First visit',
    meetingLocationId: 'custom_0',
    address: '500 Market Street, San Francisco',
    createdBy: { userId: 'GCs5KuzPqTls7vWclkEV', source: 'calendar_page' },
    startTime: '2026-03-09T10:00:00-07:00',
    endTime: '2026-03-09T10:30:00-07:00',
    dateAdded: '2026-03-04T09:30:45.000Z',
    dateUpdated: '2026-03-04T09:30:45.000Z',
  },
  labels,
  complete,
});

/** Reads the appointments of a contact. */
export const readContactAppointments = async (run: Run, contactId: unknown) => {
  const found = listIn(await run.call(route, { contactId }), contactAppointments);
  return finishRecords(found, contactAppointments, { run, input: { contactId } });
};

/** Appointments of a contact, a calendar or a user, whichever of HighLevel’s lists they come from. */
export const foundAppointments = record({
  noun: 'appointment',
  many: 'events',
  sample: {
    ...contactAppointments.sample,
    description: 'Shade and price of a whitening',
    meetingLocationType: 'custom',
    isRecurring: false,
    rrule: 'RRULE:FREQ=WEEKLY;COUNT=5',
  },
  labels,
});
