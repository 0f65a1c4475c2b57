import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { startTime } from '../../fields/appointments.ts';
import { choice, list, locationId, text, yesNo } from '../../fields/common.ts';
import { askedZone, chosen, contactId, userId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { serviceBooking, serviceBookings } from '../../records/serviceBookings.ts';
import { explainRefusal, newBooking } from '../../steps/bookings.ts';

const route = 'POST /calendars/services/bookings?overrideAvailability={overrideAvailability}';

const input = zod
  .object({
    locationId,
    contactId,
    serviceIds: list('Services', chosen('Service', 'list_service_choices.id.name')).min(1),
    staffId: userId
      .meta({ label: 'Staff', helpText: 'Leave empty for any staff member.' })
      .optional(),
    startTime,
    endTime: startTime.meta({ label: 'End' }),
    timezone: askedZone
      .meta({ helpText: 'Leave empty to use the time zone of the Zap.' })
      .optional(),
    serviceLocationId: chosen(
      'Service Location',
      'list_service_location_choices.id.name',
    ).optional(),
    meetingLocation: text(
      'Meeting Location',
      'Only if the service location asks for one.',
    ).optional(),
    title: text('Title').optional(),
    status: choice('Status', { confirmed: 'Confirmed', new: 'New' }).optional(),
    overrideAvailability: yesNo('Book Even If Not Free').optional(),
  })
  .refine(
    ({ startTime: start, endTime: end }) => Date.parse(start) < Date.parse(end),
    '“End” must be after “Start”.',
  );

export default defineCreate({
  key: 'create_service_booking',
  noun: 'Service Booking',
  display: {
    label: 'Create Service Booking',
    description: 'Books one or more services for a contact.',
  },
  operation: create(route, {
    input,
    request: ({ serviceIds, staffId, ...values }, { timeZone }) => ({
      ...values,
      overrideAvailability: values.overrideAvailability,
      timezone: values.timezone ?? (timeZone || 'UTC'),
      services: serviceIds.map((id, position) => ({
        id,
        position,
        ...(staffId ? { staffId } : {}),
      })),
    }),
    record: serviceBooking,
    explain: explainRefusal,
    lookAgain: newBooking('GET /calendars/services/bookings', serviceBookings),
  }),
});
