import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { optionalText, text } from '../../gateway/schemas.ts';
import { calendars } from '../../seed/calendars.ts';
import { calendarOf, readingCalendars, writingCalendars } from './access.ts';
import { createBody, updateBody } from './schema.ts';
import { shownCalendar } from './shown.ts';
import { calendarAfter, newCalendar } from './write.ts';

export const calendarRecords = [
  /** Takes no `limit` (api#calendar-list): any other parameter is a 422. */
  endpoint(
    'GET /calendars/',
    {
      ...readingCalendars,
      query: zod.strictObject({
        locationId: text,
        groupId: optionalText,
        showDrafted: zod.enum(['true', 'false']).default('true'),
      }),
    },
    ({ query, location }) => ({
      calendars: [...calendars(location).values()]
        .filter(({ groupId }) => query.groupId === undefined || groupId === query.groupId)
        .filter(({ isActive }) => isActive || query.showDrafted === 'true')
        .map(shownCalendar),
    }),
  ),

  endpoint('GET /calendars/{calendarId}', readingCalendars, ({ path, location }) => ({
    calendar: shownCalendar(calendarOf(location, path.calendarId)),
  })),

  endpoint(
    'POST /calendars/',
    { ...writingCalendars, body: createBody },
    ({ body: { name, calendarType, locationId, ...body }, location, state }) => {
      const type = calendarType ?? (body.teamMembers ? 'round_robin' : 'event');
      const blank = newCalendar({ id: state.newId(), locationId, name, calendarType: type });
      const calendar = calendarAfter(blank, body, location);
      calendars(location).set(calendar.id, calendar);
      return { calendar: shownCalendar(calendar) };
    },
  ),

  /**
   * Partial, except that the document names defaults for six properties of an update; taken at its word they
   * come back when they are left out, which is the worst that a client can meet. Lists and nested settings are
   * replaced whole.
   */
  endpoint(
    'PUT /calendars/{calendarId}',
    { ...writingCalendars, body: updateBody },
    ({ path, body: { name, ...body }, location }) => {
      const known = calendarOf(location, path.calendarId);
      const calendar = calendarAfter(
        { ...known, ...(name && { name }) },
        { ...updateDefaults, ...body },
        location,
      );
      calendars(location).set(known.id, calendar);
      return { calendar: shownCalendar(calendar) };
    },
  ),

  /** The document says `{ success }`; recorded live is the calendar that was (api#calendar-delete). */
  endpoint('DELETE /calendars/{calendarId}', writingCalendars, ({ path, location }) => {
    const calendar = calendarOf(location, path.calendarId);
    calendars(location).delete(calendar.id);
    return { message: 'Calendar deleted successfully', calendar: shownCalendar(calendar) };
  }),
];

/** calendars.json, CalendarUpdateDTO: `default`. */
const updateDefaults = {
  widgetType: 'classic',
  eventColor: '#039be5',
  slotDuration: 30,
  slotInterval: 30,
  enableRecurring: false,
  formSubmitType: 'ThankYouMessage',
} as const;
