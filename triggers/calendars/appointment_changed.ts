import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { changedAppointments } from '../../records/calendarEvents.ts';
import { appointmentsWithin, isOneOwner, owner, startOf } from './appointmentEvents.ts';

const happenings = {
  cancelled: 'Cancelled',
  rescheduled: 'Rescheduled',
  noshow: 'No-show',
} as const;

const input = zod
  .object({
    locationId,
    ...owner,
    happening: choice(
      'What Happened',
      happenings,
      'Leave empty for all three. An appointment that is deleted does not trigger: HighLevel lists it no longer.',
    ).optional(),
  })
  .refine(...isOneOwner);

/** What an appointment has become: off, or on at a time. */
const stateOf = (appointment: Record<string, unknown>): string => {
  const { appointmentStatus: status } = appointment;
  return status === 'cancelled' || status === 'noshow' ? status : startOf(appointment);
};

const isTime = (state: string) => !(state in happenings);

const happeningOf = (appointment: Record<string, unknown>): keyof typeof happenings => {
  const state = stateOf(appointment);
  return state === 'cancelled' || state === 'noshow' ? state : 'rescheduled';
};

export default defineTrigger({
  key: 'appointment_changed',
  noun: 'Appointment',
  display: {
    label: 'Appointment Cancelled, Rescheduled or No-Show',
    description: 'Triggers when an appointment is cancelled, moved or marked as a no-show.',
  },
  operation: trigger('GET /calendars/events', {
    input,
    request: ({ happening: _, ...values }) => appointmentsWithin({ back: 31 })(values),
    record: changedAppointments,
    follow: {
      state: stateOf,
      former: 'former',
      // One that is confirmed again at the same time was not moved.
      isNews: (appointment, former) =>
        !isTime(stateOf(appointment)) || (former !== undefined && isTime(former)),
    },
    filter: (appointment, { happening }) => !happening || happeningOf(appointment) === happening,
  }),
});
