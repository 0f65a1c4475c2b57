import { record, withNamesOf } from '../lib/record.ts';
import { asObject, type JsonObject } from '../lib/values.ts';

const sample = {
  id: '7NkT25Vor1v4aQatFsv2',
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  title: 'Maria Alvarez - Whitening',
  status: 'confirmed',
  startTime: '2026-03-05T09:30:00-08:00',
  endTime: '2026-03-05T10:30:00-08:00',
  timezone: 'America/Los_Angeles',
  serviceLocationId: '65e5f6dfacf123513228d384',
  meetingLocation: '410 Hayes Street',
  services: [
    {
      id: '68e5f6dfacf123513228d384',
      serviceCategoryId: '3c4d5e6f7890123456789abc',
      serviceStaffId: 'GCs5KuzPqTls7vWclkEV',
      serviceStartTime: '2026-03-05T09:30:00-08:00',
      serviceEndTime: '2026-03-05T10:30:00-08:00',
    },
  ],
  createdBy: { userId: 'GCs5KuzPqTls7vWclkEV', source: 'third_party' },
  deleted: false,
  locationId: 've9EPM428h8vShlRW1KT',
  dateAdded: '2026-03-02T16:04:11.000Z',
  dateUpdated: '2026-03-04T09:30:45.000Z',
};

const booking = {
  noun: 'service booking',
  sample,
  labels: {
    locationId: 'Sub-Account ID',
    deleted: 'Is Deleted',
    timezone: 'Time Zone',
    'services[]serviceStartTime': 'Services Start Time',
    'services[]serviceEndTime': 'Services End Time',
  },
  // HighLevel calls its ID bookingId.
  complete: (records: JsonObject[]) =>
    records.map(({ messages: _, ...one }) =>
      withNamesOf(sample, { ...one, id: one.bookingId ?? one.id }),
    ),
};

/** What HighLevel says that it left out (calendars-v3.json, CreateOrUpdateServiceBookingResponseDTO). */
const messagesIn = (answer: unknown): string[] =>
  [asObject(answer).messages]
    .flat(2)
    .filter((one) => typeof one === 'string')
    .map((words) => `HighLevel says: ${words.replace(/\.$/, '')}.`);

/** A booking of services, with a warning about what HighLevel left out. */
export const serviceBooking = record({
  ...booking,
  complete: (records, { run, answer }) => {
    run.warnings.push(...messagesIn(answer));
    return booking.complete(records);
  },
  sample: {
    ...sample,
    warning: 'HighLevel says: Meeting location is not supported for the selected service location.',
  },
});

/** The bookings of a span. */
export const serviceBookings = record({ ...booking, many: 'bookings' });
