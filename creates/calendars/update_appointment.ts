import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import {
  appointmentBody,
  appointmentRules,
  asRequest,
  startTime,
} from '../../fields/appointments.ts';
import { emptyTexts, fieldsToEmpty } from '../../fields/empty.ts';
import { appointmentId, calendarId, listCalendarId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import type { JsonObject } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import {
  appointmentRoute,
  changedAppointment,
  readAppointment,
  statusOf,
} from '../../records/appointments.ts';
import { explainRefusal } from '../../steps/bookings.ts';
import { readCurrent } from '../../steps/current.ts';

const inAppointment = { group: 'Appointment', emphasize: true };

const input = zod
  .object({
    listCalendarId,
    eventId: appointmentId,
    startTime: startTime.meta(inAppointment).optional(),
    ...appointmentBody,
    endTime: appointmentBody.endTime.meta({
      ...inAppointment,
      helpText:
        'If you change “Start” and leave this empty, the calendar decides how long the appointment is.',
    }),
    calendarId: calendarId
      .meta({ ...inAppointment, label: 'Move to Calendar', altersDynamicFields: true })
      .optional(),
    clear: fieldsToEmpty({
      title: 'Title',
      description: 'Description',
      address: 'Address or Link',
    }),
  })
  .superRefine(appointmentRules);

type Values = zod.output<typeof input> & { current?: JsonObject };

const route = 'PUT /calendars/events/appointments/{eventId}';

// An update that does not say the status resets it to confirmed, so it is sent again as it is.
const keepStatus = ({ current = {}, clear, ...values }: Values) => {
  const body = { ...statusOf(current), ...emptyTexts(clear), ...asRequest(values) };
  if (body.appointmentStatus) return body;
  return refuse(
    'HighLevel did not return the status of this appointment, and would set it to “Confirmed”. Choose the right one in “Status”.',
  );
};

/** Whether an appointment was moved as the step wants it, and is so in all else that reading tells. */
const isMoved = (read: JsonObject, wanted: zod.output<typeof input>): boolean =>
  wanted.startTime !== undefined &&
  Object.entries(wanted).every(
    ([name, value]) =>
      value === undefined ||
      (name.endsWith('Time')
        ? timeOf(value) === timeOf(read[name])
        : !(name in read) || value === read[name]),
  );

export default defineCreate({
  key: 'update_appointment',
  noun: 'Appointment',
  display: {
    label: 'Update Appointment',
    description: 'Changes, moves or cancels an appointment. What you leave empty stays as it is.',
  },
  operation: create(route, {
    input,
    request: keepStatus,
    record: changedAppointment,
    send: (run, body) => run.call(route, body).catch(explainRefusal),
    // The appointment itself may take the time to which an earlier attempt has moved it.
    doneBefore: {
      routes: [appointmentRoute],
      read: async (run, wanted) => {
        const read = await readAppointment(run, wanted.eventId);
        return isMoved(read, wanted) ? read : undefined;
      },
    },
    steps: [
      readCurrent<Values>({
        routes: [appointmentRoute],
        read: (run, { eventId }) => readAppointment(run, eventId),
      }),
    ],
  }),
});
