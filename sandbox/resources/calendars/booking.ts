import { fail } from '../../gateway/errors.ts';
import { type Appointment, appointments } from '../../seed/appointments.ts';
import { blockedSlots } from '../../seed/blockedSlots.ts';
import type { Calendar } from '../../seed/calendars.ts';
import { inZone } from '../../state/clock.ts';
import type { Location } from '../../state/state.ts';
import { overlap } from './times.ts';

/**
 * The appointment with someone to hold it: the assigned user, who must be of the team (422) and free (400;
 * api#refused-bookings), or the first of the team who is free. Whether somebody is free is not looked at where
 * `anyTime` says so.
 */
export function book(
  location: Location,
  calendar: Calendar,
  appointment: Appointment,
  anyTime: boolean,
): Appointment {
  const team = calendar.teamMembers.map(({ userId }) => userId);
  const { assignedUserId: wanted } = appointment;
  if (wanted && team.length > 0 && !team.includes(wanted)) {
    throw fail(422, 'The user id not part of calendar team.');
  }
  const candidates = wanted ? [wanted] : team.length > 0 ? team : [''];
  const free = candidates.find(
    (userId) =>
      anyTime ||
      (isOpen(location, calendar, appointment) && !isTaken(location, appointment, userId)),
  );
  if (free === undefined) throw fail(400, 'The slot you have selected is no longer available.');
  return { ...appointment, assignedUserId: free };
}

/** Whether the start lies in the opening hours; a calendar without hours is always open. */
function isOpen({ record }: Location, { openHours }: Calendar, { startTime }: Appointment) {
  const local = inZone(startTime, record.timezone).slice(0, 19);
  const day = new Date(`${local}Z`).getUTCDay();
  const at = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  const hours = openHours.filter(({ daysOfTheWeek }) => daysOfTheWeek.includes(day));
  return (
    openHours.length === 0 ||
    hours
      .flatMap((one) => one.hours)
      .some(
        ({ openHour, openMinute, closeHour, closeMinute }) =>
          at >= openHour * 60 + openMinute && at < closeHour * 60 + closeMinute,
      )
  );
}

function isTaken(location: Location, wanted: Appointment, userId: string): boolean {
  const concerns = (event: { calendarId?: string; assignedUserId?: string }) =>
    userId === '' ? event.calendarId === wanted.calendarId : event.assignedUserId === userId;
  const booked = [...appointments(location).values()].filter(
    ({ id, deleted, appointmentStatus: is }) =>
      id !== wanted.id && !deleted && is !== 'cancelled' && is !== 'invalid',
  );
  const blocked = [...blockedSlots(location).values()];
  return (
    booked.some((one) => overlap(one, wanted) && concerns(one)) ||
    blocked.some(
      (one) => overlap(one, wanted) && (concerns(one) || one.calendarId === wanted.calendarId),
    )
  );
}
