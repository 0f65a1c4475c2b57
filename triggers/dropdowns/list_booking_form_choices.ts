import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import { bookingForms } from '../../records/bookingForms.ts';

const input = zod.object({ locationId });

export default defineTrigger({
  key: 'list_booking_form_choices',
  noun: 'Form',
  display: {
    label: 'List Booking Form Choices',
    description: 'Fills the dropdown of the forms that calendars use.',
    hidden: true,
  },
  operation: choices('GET /calendars/', { input, list: bookingForms }),
});
