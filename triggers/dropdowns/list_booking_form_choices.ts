import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { poll } from '../../lib/operation.ts';
import { bookingForms } from '../../records/bookingForms.ts';

const { perform } = poll('GET /calendars/', zod.object({ locationId }), bookingForms);

export default defineTrigger({
  key: 'list_booking_form_choices',
  noun: 'Form',
  display: {
    label: 'List Booking Form Choices',
    description: 'Fills the dropdown of the forms that calendars use.',
    hidden: true,
  },
  operation: { perform, sample: bookingForms.sample },
});
