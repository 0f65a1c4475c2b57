import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { contactAppointments } from '../../records/contactAppointments.ts';

const input = zod.object({ contactId });

export default defineTrigger({
  key: 'get_contact_appointments',
  noun: 'Appointment',
  display: {
    label: 'Get Contact Appointments',
    description:
      'Triggers when a contact gets an appointment, or when one of its appointments changes.',
  },
  operation: trigger('GET /contacts/{contactId}/appointments', {
    input,
    record: contactAppointments,
  }),
});
