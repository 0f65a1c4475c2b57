import { collection } from '../state/collection.ts';
import { calendars } from './calendars.ts';
import { staffOf } from './users.ts';

/** A time that is blocked in one calendar or for one user; times are epoch ms. */
export type BlockedSlot = {
  id: string;
  locationId: string;
  title: string;
  calendarId?: string;
  assignedUserId?: string;
  startTime: number;
  endTime: number;
  dateAdded: number;
  dateUpdated: number;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A staff meeting of each who works in the practice, and a closed day of its first calendar. */
export const blockedSlots = collection<BlockedSlot>('blockedSlots', ({ place, id, ago }) => {
  const [calendar] = calendars(place).values();
  const midnight = Math.floor(ago(0) / DAY) * DAY;
  const slot = (owner: object, title: string, startTime: number, hours: number, i: number) => ({
    id: id(title, i),
    locationId: place.id,
    title,
    ...owner,
    startTime,
    endTime: startTime + hours * HOUR,
    dateAdded: ago(20 - i),
    dateUpdated: ago(20 - i),
  });
  if (!place.isMain || !calendar) return [];
  const meetings = staffOf(place).map((assignedUserId, i) =>
    slot({ assignedUserId }, 'Staff meeting', midnight + (i + 2) * DAY + 16 * HOUR, 1, i),
  );
  const closed = slot(
    { calendarId: calendar.id },
    'X-ray maintenance',
    midnight + 6 * DAY + 13 * HOUR,
    8,
    9,
  );
  return [...meetings, closed];
});
