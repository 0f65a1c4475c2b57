import { wantsChanges } from '../lib/polling/triggerOn.ts';
import { type Context, record } from '../lib/record.ts';
import { day } from '../lib/time.ts';
import { isTrue, type JsonObject } from '../lib/values.ts';
import { appointmentLabels } from './appointments.ts';

/** Days ahead of the window that seeding looks; what was made longer ago than that is never new. */
export const knownDays = 3 * 366;

const timeOf = (value: unknown) => Date.parse(String(value ?? '')) || 0;

/**
 * The events of the asked window, latest news first. HighLevel also gives events after `endTime` (api#window-of-events)
 * and deleted ones; an event of years ago that only now comes into the window is no news either.
 */
const inWindow = (records: JsonObject[], { input, run }: Context): JsonObject[] => {
  const stamp = wantsChanges(run.bundle.inputData) ? 'dateUpdated' : 'dateAdded';
  const oldest = Date.now() - knownDays * day;
  return records
    .filter(({ deleted }) => !isTrue(deleted))
    .filter(({ startTime }) => timeOf(startTime) <= Number(input.endTime))
    .filter((raw) => !(Date.parse(String(raw[stamp])) <= oldest))
    .sort((a, b) => timeOf(b[stamp]) - timeOf(a[stamp]));
};

const common = {
  many: 'events',
  changed: 'dateUpdated',
  sample: {
    id: 'Tj1DEAVFP3eTMd9vdfx3',
    title: 'Whitening consultation',
    calendarId: 'CVokAlI8fgw4WYWoCtQz',
    contactId: 'ocQHyuzHvysMo5N5VsXc',
    locationId: 've9EPM428h8vShlRW1KT',
    groupId: 'BqTwX8QFwXzpegMve9EQ',
    appointmentStatus: 'confirmed',
    assignedUserId: 'GCs5KuzPqTls7vWclkEV',
    users: ['GCs5KuzPqTls7vWclkEV'],
    assignedResources: ['bv4zYNMPY2tDWHxGQXQt'],
    notes: 'First visit',
    address: '500 Market Street, San Francisco',
    isRecurring: false,
    startTime: '2026-03-09T10:00:00-07:00',
    endTime: '2026-03-09T10:30:00-07:00',
    dateAdded: '2026-03-04T09:30:45.000Z',
    dateUpdated: '2026-03-04T09:30:45.000Z',
  },
  labels: appointmentLabels,
  complete: inWindow,
} as const;

/** The appointments of a calendar, user or group (calendars.json, CalendarEventDTO). */
export const calendarEvents = record({ ...common, noun: 'event' });

const appointment = {
  ...common,
  noun: 'appointment',
  sample: {
    ...common.sample,
    description: 'Shade and price of a whitening',
    meetingLocationType: 'custom',
    meetingLocationId: 'custom_0',
    rrule: 'RRULE:FREQ=WEEKLY;COUNT=5',
    createdBy: { userId: 'GCs5KuzPqTls7vWclkEV', source: 'calendar_page' },
  },
  labels: {
    ...appointmentLabels,
    createdBy__userId: 'Created by User ID',
    createdBy__source: 'Created Through',
  },
} as const;

/** The same with all that is said of appointments, for triggers that say appointment. */
export const appointmentList = record(appointment);

/** What a poll remembers of an appointment is its status if it is off, else its start. */
const formerStart = ({ former, ...raw }: JsonObject): JsonObject => ({
  ...raw,
  formerStartTime: Number.isNaN(Date.parse(String(former))) ? null : former,
});

/** Appointments that were cancelled, moved or missed, with the start before that if a poll has seen it. */
export const changedAppointments = record({
  ...appointment,
  sample: { ...appointment.sample, formerStartTime: '2026-03-08T17:00:00.000Z' },
  complete: (records, context) => inWindow(records, context).map(formerStart),
});

/** Times that are blocked, also by appointments in outside calendars (under the key `events`, api#blocked-slots). */
export const blockedSlots = record({
  noun: 'blocked slot',
  many: 'events',
  changed: 'dateUpdated',
  sample: {
    id: 'ELkBzhWq7MPy4UfNcsa3',
    title: 'Staff meeting',
    calendarId: 'CVokAlI8fgw4WYWoCtQz',
    locationId: 've9EPM428h8vShlRW1KT',
    assignedUserId: 'GCs5KuzPqTls7vWclkEV',
    startTime: '2026-03-09T12:00:00-07:00',
    endTime: '2026-03-09T13:00:00-07:00',
    dateAdded: '2026-03-04T09:30:45.000Z',
    dateUpdated: '2026-03-04T09:30:45.000Z',
  },
  labels: appointmentLabels,
  complete: inWindow,
});

/** A block as create and update give it, without a wrapper (calendars.json, CreateBookedAppointmentSuccessfulResponseDto). */
export const blockSlot = record({
  noun: 'blocked slot',
  sample: {
    id: 'ELkBzhWq7MPy4UfNcsa3',
    locationId: 've9EPM428h8vShlRW1KT',
    title: 'Staff meeting',
    startTime: '2026-03-09T12:00:00-07:00',
    endTime: '2026-03-09T13:00:00-07:00',
    calendarId: 'CVokAlI8fgw4WYWoCtQz',
    assignedUserId: 'GCs5KuzPqTls7vWclkEV',
  },
  labels: { locationId: 'Sub-Account ID' },
});
