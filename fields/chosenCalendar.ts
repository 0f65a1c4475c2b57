import type { Bundle, ZObject } from 'zapier-platform-core';
import { oneOf } from '../lib/operation.ts';
import type { Raw } from '../lib/record.ts';
import { call } from '../lib/request.ts';
import { calendar } from '../records/calendars.ts';

/** Where a calendar is read. */
export const calendarRoute = 'GET /calendars/{calendarId}';

/**
 * The calendar that a step is about: the one that it books in or moves to, else the one whose appointments it lists;
 * an empty record where none is chosen yet.
 */
export const chosenCalendar = async (z: ZObject, bundle: Bundle): Promise<Raw> => {
  const calendarId = bundle.inputData.calendarId || bundle.inputData.listCalendarId;
  if (!calendarId) return {};
  const [found = {}] = oneOf(await call({ z, bundle }, calendarRoute, { calendarId }), calendar);
  return found;
};

const isRow = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

/** The line items of a record; none where it has no list there (reality d.6: an unset list may be an empty object). */
export const rowsOf = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRow) : []);
