import type { Calendar } from '../../seed/calendars.ts';

/**
 * The calendar with both spellings of its limits, and `{}` where it has no hours (api#calendar-spellings,
 * api#empty-opening-hours).
 */
export function shownCalendar({ settings, ...calendar }: Calendar): object {
  const { appoinmentPerSlot, appoinmentPerDay, openHours } = calendar;
  return {
    ...settings,
    ...calendar,
    openHours: openHours.length > 0 ? openHours : {},
    appointmentPerSlot: appoinmentPerSlot,
    ...(appoinmentPerDay !== undefined && { appointmentPerDay: appoinmentPerDay }),
  };
}
