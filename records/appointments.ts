import { recordIn } from '../lib/api/answers.ts';
import { HighLevelError } from '../lib/api/errors.ts';
import { type Context, type RecordType, record } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import { asObject, isTrue, type JsonObject } from '../lib/values.ts';

/** The API’s status of an appointment → what people read (api#appointment-statuses). */
export const appointmentStatuses = {
  new: 'New',
  confirmed: 'Confirmed',
  cancelled: 'Cancelled',
  showed: 'Showed',
  noshow: 'No-show',
  invalid: 'Invalid',
} as const;

/** Where one appointment is read. */
export const appointmentRoute = 'GET /calendars/events/appointments/{eventId}';

const sample = {
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
  description: 'Shade and price of a whitening',
  meetingLocationType: 'custom',
  meetingLocationId: 'custom_0',
  address: '500 Market Street, San Francisco',
  isRecurring: false,
  rrule: 'RRULE:FREQ=WEEKLY;COUNT=5',
  masterEventId: 'Tj1DEAVFP3eTMd9vdfx3',
  createdByUserId: 'GCs5KuzPqTls7vWclkEV',
  createdBySource: 'calendar_page',
  startTime: '2026-03-09T10:00:00-07:00',
  endTime: '2026-03-09T10:30:00-07:00',
  dateAdded: '2026-03-04T09:30:45.000Z',
  dateUpdated: '2026-03-04T09:30:45.000Z',
  deleted: false,
};

/** The labels of an appointment, whichever endpoint gives it. */
export const appointmentLabels = {
  locationId: 'Sub-Account ID',
  groupId: 'Calendar Group ID',
  status: 'Booking Status',
  appointmentStatus: 'Status',
  users: 'User IDs',
  assignedResources: 'Resource IDs',
  rrule: 'Repeat Rule',
  masterEventId: 'Master Event ID',
  createdByUserId: 'Created by User ID',
  createdBySource: 'Created Through',
  deleted: 'Is Deleted',
};

const wrappers = ['appointment', 'event'];

/**
 * The status under its right spelling (api#appointment-after-a-write, api#reading-an-appointment), who created it in
 * one level, and whether the appointment is deleted, because a deleted one still answers.
 */
const oneShape = ({ appoinmentStatus, createdBy, ...raw }: JsonObject): JsonObject => {
  const { userId = null, source = null }: JsonObject = Object(createdBy);
  return {
    ...raw,
    appointmentStatus: raw.appointmentStatus ?? appoinmentStatus ?? null,
    createdByUserId: raw.createdByUserId ?? userId,
    createdBySource: raw.createdBySource ?? source,
    deleted: isTrue(raw.deleted),
  };
};

/**
 * An appointment (calendars.json, CalendarEventDTO; live under `appointment`). No change date is stated: a deletion
 * must count as a change, and only a fingerprint is sure to show it.
 */
export const appointment = record({
  noun: 'appointment',
  one: wrappers,
  sample,
  labels: appointmentLabels,
  complete: (records) => records.map(oneShape),
});

/** The appointment of an answer. Throws if it was deleted, which HighLevel itself does not say (api#reading-an-appointment). */
const presentIn = (answer: unknown): JsonObject => {
  const read = oneShape(recordIn(answer, appointment) ?? {});
  if (!read.deleted) return read;
  throw new HighLevelError(
    'not_found',
    'This appointment was deleted in HighLevel, so it cannot be changed. Create a new one instead.',
    { status: 404 },
  );
};

/** Reads an appointment as it is now; a deleted one cannot be changed. */
export const readAppointment = async (run: Run, eventId: string): Promise<JsonObject> =>
  presentIn(await run.call(appointmentRoute, { eventId }));

/** The same out of an answer. */
export const presentAppointment: RecordType = record({
  noun: 'appointment',
  one: wrappers,
  sample,
  labels: appointmentLabels,
  parse: (answer) => [presentIn(answer)],
});

/** The times that a booking lacks: those that were sent, else as they are read now; null if that fails. */
const withTimes = async (
  [raw = {}]: JsonObject[],
  { run, input }: Context,
): Promise<JsonObject[]> => {
  const sent = {
    ...oneShape(raw),
    startTime: raw.startTime ?? input.startTime ?? null,
    endTime: raw.endTime ?? input.endTime ?? null,
  };
  if ((sent.startTime && sent.endTime) || !raw.id) return [sent];
  const read = await readAppointment(run, String(raw.id)).catch((): JsonObject => ({}));
  const said = Object.entries(read).filter(([, value]) => value !== null);
  return [{ ...sent, ...Object.fromEntries(said) }];
};

/** An appointment after a create or update, whose reply has no times (api#appointment-after-a-write). */
export const bookedAppointment: RecordType = record({
  noun: 'appointment',
  one: wrappers,
  sample,
  labels: appointmentLabels,
  complete: withTimes,
});

/**
 * What changes nothing but itself; all else may change more, which the answer leaves out
 * (api#appointment-after-a-write).
 */
const changesAlone = new Set(['eventId', 'title', 'description', 'appointmentStatus', 'toNotify']);

/** The answer of an update, with what it leaves out: what was sent, and what stays as it was. */
const withCurrent = (answer: unknown, { input, values }: Context): JsonObject[] => {
  const raw = recordIn(answer, bookedAppointment) ?? {};
  const { startTime, endTime, dateUpdated: _, ...rest } = asObject(values?.current);
  const sent = Object.entries(input).filter(([, value]) => value !== undefined);
  // Without times it is read again.
  const times = sent.every(([key]) => changesAlone.has(key)) ? { startTime, endTime } : {};
  const known = Object.fromEntries(sent.filter(([key]) => key in sample));
  const appointmentStatus =
    raw.appointmentStatus ?? raw.appoinmentStatus ?? input.appointmentStatus;
  return [{ ...rest, ...times, ...known, ...raw, appointmentStatus }];
};

/** An appointment after an update. The step before it has read the present one as `current`. */
export const changedAppointment: RecordType = record({
  noun: 'appointment',
  one: wrappers,
  sample,
  labels: appointmentLabels,
  parse: withCurrent,
  complete: withTimes,
});

/**
 * Statuses that HighLevel gives but does not take back → those that mean the same (statusDetails.state,
 * api#appointment-statuses).
 */
const writable = new Map<unknown, string>([
  ['active', 'confirmed'],
  ['pending', 'new'],
]);

/** The status to send again, because an update would reset it to confirmed (api#status-reset). */
export const statusOf = ({ appointmentStatus: status }: JsonObject): JsonObject =>
  status ? { appointmentStatus: writable.get(status) ?? status } : {};
