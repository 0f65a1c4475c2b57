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

type Planned = { owner: object; title: string; startTime: number; hours: number; days: number };

/** A staff meeting of each who works in the practice, and a closed day of its first calendar. */
export const blockedSlots = collection<BlockedSlot>('blockedSlots', ({ place, id, ago }) => {
  const [calendar] = calendars(place).values();
  if (!place.isMain || !calendar) return [];
  const midnight = Math.floor(ago(0) / DAY) * DAY;
  const planned: Planned[] = [
    ...staffOf(place).map((assignedUserId, i) => ({
      owner: { assignedUserId },
      title: 'Staff meeting',
      startTime: midnight + (i + 2) * DAY + 16 * HOUR,
      hours: 1,
      days: i,
    })),
    {
      owner: { calendarId: calendar.id },
      title: 'X-ray maintenance',
      startTime: midnight + 6 * DAY + 13 * HOUR,
      hours: 8,
      days: 9,
    },
  ];
  return planned.map(({ owner, title, startTime, hours, days }) => ({
    id: id(title, days),
    locationId: place.id,
    title,
    ...owner,
    startTime,
    endTime: startTime + hours * HOUR,
    dateAdded: ago(20 - days),
    dateUpdated: ago(20 - days),
  }));
});
