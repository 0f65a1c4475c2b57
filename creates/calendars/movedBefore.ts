import type { DoneBefore } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import type { JsonObject } from '../../lib/values.ts';
import { appointmentRoute, readAppointment } from '../../records/appointments.ts';

interface Values {
  eventId: string;
  startTime?: string | undefined;
}

/** Whether an appointment was moved as the step wants it, and is so in all else that reading tells. */
const isMoved = (read: JsonObject, wanted: Values): boolean =>
  wanted.startTime !== undefined &&
  Object.entries(wanted).every(
    ([name, value]) =>
      value === undefined ||
      (name.endsWith('Time')
        ? timeOf(value) === timeOf(read[name])
        : !(name in read) || value === read[name]),
  );

/** The appointment itself may take the time to which an earlier attempt has moved it. */
export const movedBefore: DoneBefore<Values> = {
  routes: [appointmentRoute],
  read: async (run, wanted) => {
    const read = await readAppointment(run, wanted.eventId);
    return isMoved(read, wanted) ? read : undefined;
  },
};
