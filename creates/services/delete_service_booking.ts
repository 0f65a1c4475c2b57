import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { warnOfDelete } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({
  bookingId: chosen(
    'Service Booking',
    'list_service_booking_choices.id.name',
    'Choose a booking from a month ago to a year ahead, or map one from an earlier step.',
  ),
  warning: warnOfDelete('booking'),
});

export default defineCreate({
  key: 'delete_service_booking',
  noun: 'Service Booking',
  display: { label: 'Delete Service Booking', description: 'Deletes a booking of services.' },
  operation: create('DELETE /calendars/services/bookings/{bookingId}', {
    input,
    record: deleted('service booking', 'bookingId', {
      message: 'Service booking deleted successfully',
    }),
  }),
});
