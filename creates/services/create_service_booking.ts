import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { startTime } from '../../fields/appointments.ts';
import { choice, list, locationId, text, yesNo } from '../../fields/common.ts';
import { askedZone, chosen, contactId, userId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { timeOf } from '../../lib/time.ts';
import { asObject } from '../../lib/values.ts';
import { serviceBooking, serviceBookings } from '../../records/serviceBookings.ts';
import { explainRefusal } from '../../steps/bookings.ts';

const fields = zod.object({
  locationId,
  contactId,
  serviceIds: list('Services', chosen('Service', 'list_service_choices.id.name')).min(1),
  staffId: userId.meta({ label: 'Staff', helpText: 'Leave empty for anybody.' }).optional(),
  startTime,
  endTime: startTime.meta({ label: 'End' }),
  timezone: askedZone.meta({ helpText: 'Leave empty to use the time zone of the Zap.' }).optional(),
  serviceLocationId: chosen('Service Location', 'list_service_location_choices.id.name').optional(),
  meetingLocation: text(
    'Meeting Location',
    'Only if the service location asks for one.',
  ).optional(),
  title: text('Title').optional(),
  status: choice('Status', { confirmed: 'Confirmed', new: 'New' }).optional(),
  overrideAvailability: yesNo('Book Even If Not Free').optional(),
});

const input = fields.refine(
  ({ startTime: start, endTime: end }) => Date.parse(start) < Date.parse(end),
  '“End” must be after “Start”.',
);

const route = 'POST /calendars/services/bookings?overrideAvailability={overrideAvailability}';

const request = (
  { serviceIds, staffId, ...values }: zod.output<typeof input>,
  { timeZone }: Run,
) => ({
  ...values,
  overrideAvailability: values.overrideAvailability,
  timezone: values.timezone ?? (timeZone || 'UTC'),
  services: serviceIds.map((id, position) => ({ id, position, ...(staffId ? { staffId } : {}) })),
});

/** Says what HighLevel left out of a booking: `messages` (calendars-v3.json, CreateOrUpdateServiceBookingResponseDTO). */
const withMessages = (run: Run, answer: unknown): unknown => {
  const { messages } = asObject(answer);
  for (const words of [messages].flat(2).filter((one) => typeof one === 'string'))
    run.warnings.push(`HighLevel says: ${words.replace(/\.$/, '')}.`);
  return answer;
};

export default defineCreate({
  key: 'create_service_booking',
  noun: 'Service Booking',
  display: {
    label: 'Create Service Booking',
    description: 'Books one or more services for a contact.',
  },
  operation: create(route, {
    input,
    request,
    record: serviceBooking,
    send: async (run, body) => withMessages(run, await run.call(route, body)),
    explain: explainRefusal,
    lookAgain: {
      route: 'GET /calendars/services/bookings',
      request: ({ locationId: location, startTime: start }) => ({
        locationId: location,
        startTime: timeOf(start),
        endTime: timeOf(start) + 60_000,
      }),
      record: serviceBookings,
      isIt: (found, { contactId: contact, startTime: start }) =>
        found.contactId === contact && timeOf(found.startTime) === timeOf(start),
    },
  }),
});
