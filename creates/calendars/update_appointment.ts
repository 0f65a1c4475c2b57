import { type Bundle, defineCreate, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import {
  appointmentBody,
  appointmentRules,
  asRequest,
  startTime,
} from '../../fields/appointments.ts';
import { inBetterWords } from '../../fields/bookings.ts';
import { asRead } from '../../fields/current.ts';
import { appointmentId, calendarId, listCalendarId } from '../../fields/ids.ts';
import { halted } from '../../lib/halted.ts';
import { formOf } from '../../lib/inputFields.ts';
import { calls, oneOf, withForm } from '../../lib/operation.ts';
import { finish } from '../../lib/record.ts';
import { call } from '../../lib/request.ts';
import {
  appointmentRoute,
  bookedAppointment,
  readAppointment,
  statusOf,
} from '../../records/appointments.ts';

const route = 'PUT /calendars/events/appointments/{eventId}';

const form = formOf(
  zod
    .object({
      listCalendarId,
      eventId: appointmentId,
      startTime: startTime.meta({ group: 'Appointment', emphasize: true }).optional(),
      ...appointmentBody,
      endTime: appointmentBody.endTime.meta({
        group: 'Appointment',
        emphasize: true,
        helpText:
          'Left empty beside a new “Start”, the appointment is as long as the calendar says.',
      }),
      calendarId: calendarId
        .meta({ label: 'Move to Calendar', group: 'Appointment', altersDynamicFields: true })
        .optional(),
    })
    .superRefine(appointmentRules)
    .transform(asRequest),
);

const unknownStatus =
  'HighLevel did not say which status this appointment has, and would set it to “Confirmed”. Choose it in “Status” of this step.';

/** What changes nothing but itself; all else may change more, which the answer leaves out (reality d.6). */
const alone = new Set(['eventId', 'title', 'description', 'appointmentStatus', 'toNotify']);

// Two requests: an update that does not say the status resets it to confirmed, so it is read first and sent again.
const perform = calls([route, appointmentRoute], async (z: ZObject, bundle: Bundle) => {
  const input = await form.read(bundle);
  const caller = { z, bundle, labels: form.labels };
  const before = asRead(await readAppointment(caller, input.eventId));
  const sent = { ...statusOf(before), ...input };
  if (!sent.appointmentStatus) throw halted(unknownStatus);
  const answer = await call(caller, route, sent).catch(inBetterWords);
  const { startTime: start, endTime: end, dateUpdated: _, ...rest } = before;
  const filled = Object.entries(input).filter(([, value]) => value !== undefined);
  // Without times it is read anew.
  const times = filled.every(([key]) => alone.has(key)) ? { startTime: start, endTime: end } : {};
  const records = oneOf(answer, bookedAppointment).map((raw) => ({
    ...rest,
    ...times,
    ...Object.fromEntries(filled.filter(([key]) => key in bookedAppointment.sample)),
    ...raw,
    appointmentStatus: raw.appointmentStatus ?? raw.appoinmentStatus ?? sent.appointmentStatus,
  }));
  const context = { z, bundle, input };
  const [changed = {}] = await finish(records, bookedAppointment, context).catch(() => records);
  return changed;
});

export default defineCreate({
  key: 'update_appointment',
  noun: 'Appointment',
  display: {
    label: 'Update Appointment',
    description: 'Changes, moves or cancels an appointment. What you leave empty stays as it is.',
  },
  operation: withForm(route, form, bookedAppointment, { perform }),
});
