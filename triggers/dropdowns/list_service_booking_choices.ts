import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';
import { daysAround } from '../../lib/time.ts';

const bookings = record({
  noun: 'service booking',
  many: 'bookings',
  sample: { id: '7NkT25Vor1v4aQatFsv2', name: 'Whitening · 2026-03-05T09:30:00-08:00' },
  complete: (records) =>
    records.map(({ bookingId, title, startTime }) => ({
      id: bookingId,
      name: [title, startTime].filter(Boolean).join(' · '),
    })),
});

export default defineTrigger({
  key: 'list_service_booking_choices',
  noun: 'Service Booking',
  display: {
    label: 'List Service Booking Choices',
    description: 'Fills the dropdown of the bookings of services.',
    hidden: true,
  },
  operation: choices('GET /calendars/services/bookings', {
    input: zod.object({ locationId }),
    request: (values) => ({ ...values, ...daysAround(30, 365) }),
    list: bookings,
  }),
});
