import { type Calendar, calendars } from '../../seed/calendars.ts';
import type { Location } from '../../state/state.ts';
import { existing } from '../records.ts';

const version = '2021-04-15' as const;

/** What reading and writing of each part of the calendars takes. */
export const readingCalendars = { version, scopes: ['calendars.readonly'] };
export const writingCalendars = { version, scopes: ['calendars.write'] };
export const readingGroups = { version, scopes: ['calendars/groups.readonly'] };
export const writingGroups = { version, scopes: ['calendars/groups.write'] };
export const readingEvents = { version, scopes: ['calendars/events.readonly'] };
export const writingEvents = { version, scopes: ['calendars/events.write'] };
export const readingResources = { version, scopes: ['calendars/resources.readonly'] };
export const writingResources = { version, scopes: ['calendars/resources.write'] };

/** The calendar of the path, or one that a body names. */
export const calendarOf = (location: Location, id: string): Calendar =>
  existing(calendars(location).get(id), 'Calendar', id);
