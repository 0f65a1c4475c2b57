import { asRequest } from '../../fields/appointments.ts';
import { emptyTexts } from '../../fields/empty.ts';
import type { JsonObject } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import { statusOf } from '../../records/appointments.ts';

type Values = Parameters<typeof asRequest>[0] & { clear?: string[] | undefined };

/**
 * The request of an update. One that does not say the status resets it to confirmed (api#status-reset), so it is sent
 * again as it is. Refuses if nobody knows it.
 * @param values `current` is the appointment as it is now
 */
export const keepStatus = <Body extends Values & { current?: JsonObject }>({
  current = {},
  clear,
  ...values
}: Body) => {
  const body = { ...statusOf(current), ...emptyTexts(clear), ...asRequest(values) };
  if (body.appointmentStatus) return body;
  return refuse(
    'HighLevel did not return the status of this appointment, and would set it to “Confirmed”. Choose the right one in “Status”.',
  );
};
