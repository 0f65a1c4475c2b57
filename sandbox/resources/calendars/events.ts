import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { optionalText, text } from '../../gateway/schemas.ts';
import { type Appointment, appointments } from '../../seed/appointments.ts';
import { type BlockedSlot, blockedSlots } from '../../seed/blockedSlots.ts';
import { calendars } from '../../seed/calendars.ts';
import type { Location } from '../../state/state.ts';
import { readingEvents } from './access.ts';
import { timesOf } from './times.ts';

/** Epoch milliseconds in text; an ISO date is none (api#window-of-events). */
const millis = zod
  .string()
  .regex(/^\d+$/, 'must be a number string')
  .transform((value) => Number(value));

const window = zod.strictObject({
  locationId: text,
  userId: optionalText,
  calendarId: optionalText,
  groupId: optionalText,
  startTime: millis,
  endTime: millis,
});

type Window = zod.output<typeof window>;

/** One of user, calendar and group says whose events are wanted (422 without, api#owner-of-events). */
function inWindow(
  { userId, calendarId, groupId, startTime }: Window,
  location: Location,
): (event: Appointment | BlockedSlot) => boolean {
  if (!userId && !calendarId && !groupId) {
    throw fail(422, ['Either of userId, calendarId or groupId is required']);
  }
  const grouped = new Set(
    [...calendars(location).values()].filter((one) => one.groupId === groupId).map(({ id }) => id),
  );
  // What lies after endTime leaks (api#window-of-events): only the start of the window counts.
  return (event) =>
    event.endTime >= startTime &&
    (!userId || event.assignedUserId === userId) &&
    (!calendarId || event.calendarId === calendarId) &&
    (!groupId || grouped.has(event.calendarId ?? ''));
}

export const calendarEvents = [
  /** Appointments only; those that were deleted are gone from the list (api#appointments-only). */
  endpoint('GET /calendars/events', { ...readingEvents, query: window }, ({ query, location }) => ({
    events: [...appointments(location).values()]
      .filter(inWindow(query, location))
      .filter(({ deleted }) => !deleted)
      .map(({ deleted: _, ...event }) => ({
        ...event,
        groupId: calendars(location).get(event.calendarId)?.groupId ?? '',
        users: [],
        assignedResources: [],
        isRecurring: false,
        ...timesOf(event, location),
      })),
  })),

  /** Under the key `events` too (api#blocked-slots). */
  endpoint(
    'GET /calendars/blocked-slots',
    { ...readingEvents, query: window },
    ({ query, location }) => ({
      events: [...blockedSlots(location).values()]
        .filter(inWindow(query, location))
        .map((slot) => ({ ...slot, ...timesOf(slot, location) })),
    }),
  ),
];
