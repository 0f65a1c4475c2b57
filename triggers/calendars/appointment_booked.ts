import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { daysAround } from '../../lib/time.ts';
import { appointmentList, knownDays } from '../../records/calendarEvents.ts';
import { isOneOwner, owner } from './appointmentEvents.ts';

const input = zod.object({ locationId, ...owner }).refine(...isOneOwner);

export default defineTrigger({
  key: 'appointment_booked',
  noun: 'Appointment',
  display: {
    label: 'Appointment Booked',
    description: 'Triggers when an appointment is booked, by a contact or by a team member.',
  },
  operation: trigger('GET /calendars/events', {
    input,
    // An old appointment may be moved ahead: it was booked long ago.
    request: (values, { bundle }) => ({
      ...values,
      ...daysAround(bundle.meta.isPopulatingDedupe ? 366 : 7, knownDays),
    }),
    record: appointmentList,
    revision: 'booked',
  }),
});
