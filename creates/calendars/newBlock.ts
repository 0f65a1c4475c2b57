import type { LookAgain } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import { isSameText } from '../../lib/values.ts';
import { blockedSlots } from '../../records/calendarEvents.ts';

type Block = {
  locationId: string;
  calendarId?: string | undefined;
  assignedUserId?: string | undefined;
  startTime: string;
  endTime: string;
  title?: string | undefined;
};

/** Where a block that was perhaps just made is looked for: among those of its calendar or user at its time. */
export const newBlock: LookAgain<Block> = {
  route: 'GET /calendars/blocked-slots',
  request: ({ locationId, calendarId, assignedUserId, startTime, endTime }) => ({
    locationId,
    ...(calendarId ? { calendarId } : { userId: assignedUserId }),
    startTime: timeOf(startTime),
    endTime: timeOf(endTime),
  }),
  record: blockedSlots,
  isIt: (found, { startTime, endTime, title }) =>
    timeOf(found.startTime) === timeOf(startTime) &&
    timeOf(found.endTime) === timeOf(endTime) &&
    (title === undefined || isSameText(found.title, title)),
};
