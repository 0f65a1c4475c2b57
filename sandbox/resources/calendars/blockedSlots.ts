import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { isoDate, optionalText, text } from '../../gateway/schemas.ts';
import { type BlockedSlot, blockedSlots } from '../../seed/blockedSlots.ts';
import type { Location } from '../../state/state.ts';
import { existing } from '../records.ts';
import { calendarOf, writingEvents } from './access.ts';
import { spanIn } from './times.ts';

const slotBody = zod.strictObject({
  locationId: text,
  title: optionalText,
  calendarId: optionalText,
  assignedUserId: optionalText,
  startTime: isoDate.optional(),
  endTime: isoDate.optional(),
});

export const blockedSlotWrites = [
  endpoint(
    'POST /calendars/events/block-slots',
    { ...writingEvents, status: 201, body: slotBody },
    ({ body, location, state, now }) => {
      const { startTime, endTime, ...rest } = slotOf(location, body);
      if (startTime === undefined || endTime === undefined) {
        throw fail(422, ['startTime should not be empty', 'endTime should not be empty']);
      }
      const times = { startTime, endTime, dateAdded: now, dateUpdated: now };
      return putSlot(location, { id: state.newId(), title: 'Busy', ...rest, ...times });
    },
  ),

  endpoint(
    'PUT /calendars/events/block-slots/{eventId}',
    { ...writingEvents, status: 201, body: slotBody },
    ({ path, body, location, now }) => {
      const known = existing(blockedSlots(location).get(path.eventId), 'Event', path.eventId);
      const { calendarId: _, assignedUserId: __, ...rest } = known;
      return putSlot(location, { ...rest, ...slotOf(location, body), dateUpdated: now });
    },
  ),
];

type SlotWrite = zod.output<typeof slotBody>;

/** A calendar or a user, never both (api#owner-of-a-block). */
function slotOf(location: Location, { startTime, endTime, ...body }: SlotWrite) {
  const { calendarId, assignedUserId, title, locationId } = body;
  if (Boolean(calendarId) === Boolean(assignedUserId)) {
    throw fail(422, ['Either calendarId or assignedUserId can be set, not both.']);
  }
  if (calendarId) calendarOf(location, calendarId);
  return {
    locationId,
    ...(title && { title }),
    ...(calendarId && { calendarId }),
    ...(assignedUserId && { assignedUserId }),
    ...(startTime && { startTime: Date.parse(startTime) }),
    ...(endTime && { endTime: Date.parse(endTime) }),
  };
}

/** Keeps a slot and answers it bare, without its dates of change (calendars.json). */
function putSlot(location: Location, slot: BlockedSlot): object {
  if (slot.endTime <= slot.startTime) throw fail(400, 'endTime must be after startTime');
  blockedSlots(location).set(slot.id, slot);
  const { dateAdded: _, dateUpdated: __, ...shown } = slot;
  return { ...shown, ...spanIn(slot, location) };
}
