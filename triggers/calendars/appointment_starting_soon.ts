import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { integer, locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import { appointmentList } from '../../records/calendarEvents.ts';
import { isOff, isOneOwner, owner, startOf } from './appointmentEvents.ts';

const minute = 60_000;

/** A poll may come late: what started since the one before is told all the same. */
const lateness = 15 * minute;

const input = zod
  .object({
    locationId,
    ...owner,
    minutesBefore: integer(
      'Minutes Before',
      'How many minutes before the start. Zapier looks every 1 to 15 minutes, so the Zap may run up to 15 minutes later. An appointment that is booked later than this triggers at once.',
    )
      .min(15, 'must be 15 or more')
      .max(43_200, 'must be at most 43,200 (30 days)')
      .default(60),
  })
  .refine(...isOneOwner);

export default defineTrigger({
  key: 'appointment_starting_soon',
  noun: 'Appointment',
  display: {
    label: 'Appointment Starting Soon',
    description: 'Triggers when an appointment starts within a time of your choice.',
  },
  operation: trigger('GET /calendars/events', {
    input,
    request: ({ minutesBefore, ...values }) => ({
      ...values,
      startTime: Date.now() - lateness,
      endTime: Date.now() + minutesBefore * minute,
    }),
    record: appointmentList,
    // HighLevel lists what is still going on, too.
    revision: (appointment) =>
      isOff(appointment) || timeOf(appointment.startTime) < Date.now() - lateness
        ? undefined
        : startOf(appointment),
  }),
});
