import { recordIn } from '../../lib/api/answers.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import { calendar } from '../../records/calendars.ts';

/** Where a calendar is read. */
export const calendarRoute = 'GET /calendars/{calendarId}';

/**
 * The calendar of a step: the one that it books in or moves to, else the one whose appointments it lists. An empty
 * record if none is chosen yet.
 */
export const readChosenCalendar = async (run: Run): Promise<JsonObject> => {
  const { calendarId, listCalendarId } = run.bundle.inputData;
  const id = calendarId || listCalendarId;
  if (!id) return {};
  return recordIn(await run.call(calendarRoute, { calendarId: id }), calendar) ?? {};
};
