import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { daysAround } from '../../lib/time.ts';
import type { JsonObject } from '../../lib/values.ts';
import { changedAppointments, knownDays } from '../../records/calendarEvents.ts';
import { isOneOwner, owner, startOf } from './appointmentEvents.ts';

const input = zod
  .object({
    locationId,
    ...owner,
    happening: choice(
      'What Happened',
      { cancelled: 'Cancelled', rescheduled: 'Rescheduled', noshow: 'No-show' },
      'Leave empty for all three. An appointment that is deleted does not trigger: HighLevel no longer lists it.',
    ).optional(),
  })
  .refine(...isOneOwner);

const off = ['cancelled', 'noshow'];

/** What an appointment has become: off, or on at a time. */
const stateOf = (appointment: JsonObject): string => {
  const status = String(appointment.appointmentStatus);
  return off.includes(status) ? status : startOf(appointment);
};

const isTime = (state: string) => !off.includes(state);

export default defineTrigger({
  key: 'appointment_changed',
  noun: 'Appointment',
  display: {
    label: 'Appointment Cancelled, Rescheduled or No-Show',
    description: 'Triggers when an appointment is canceled, moved or marked as a no-show.',
  },
  operation: trigger('GET /calendars/events', {
    input,
    request: ({ happening: _, ...values }) => ({ ...values, ...daysAround(31, knownDays) }),
    record: changedAppointments,
    follow: {
      state: stateOf,
      former: 'former',
      // One that is confirmed again at the same time was not moved.
      isNews: (appointment, former) =>
        !isTime(stateOf(appointment)) || (former !== undefined && isTime(former)),
    },
    filter: (appointment, { happening }) => {
      const state = stateOf(appointment);
      return !happening || happening === (isTime(state) ? 'rescheduled' : state);
    },
  }),
});
