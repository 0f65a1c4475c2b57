import { DateTime } from 'luxon';

/** A time zone and how it is called on the page. */
export interface Zone {
  name: string;
  /** Whose zone it is, for example the sub-account’s name. */
  of: string;
}

const at = (value: string | number, zone: string): DateTime =>
  typeof value === 'number'
    ? DateTime.fromMillis(value, { zone })
    : DateTime.fromISO(value, { zone });

/** “Sat, Dec 5, 2026, 9:00 AM EST”: a moment in a zone. Nothing if it is no moment. */
export const showTime = (value: string | number, zone: string): string | undefined => {
  const time = at(value, zone);
  return time.isValid
    ? time.setLocale('en-US').toFormat('ccc, LLL d, yyyy, h:mm a ZZZZ')
    : undefined;
};

/** “9:00:05 AM”: the time of a day. */
export const showClock = (value: number, zone: string): string =>
  at(value, zone).setLocale('en-US').toFormat('h:mm:ss a');

/** “Sat, Dec 5, 9:00 AM”: without the year and the zone, where both stand elsewhere on the page. */
export const showShort = (value: string | number, zone: string): string =>
  at(value, zone).setLocale('en-US').toFormat('ccc, LLL d, h:mm a');

/** What a date picker gives (`2026-12-05T09:00`), as a moment of the zone (`2026-12-05T09:00:00-05:00`). */
export const withOffset = (local: string, zone: string): string =>
  DateTime.fromISO(local, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

/** A moment as a date picker wants it; nothing if it is no moment of ISO 8601. */
export const pickerValue = (value: unknown, zone: string): string => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return '';
  const time = at(value, zone);
  return time.isValid ? time.toFormat("yyyy-MM-dd'T'HH:mm") : '';
};

/** “2 days”, “45 minutes”: how long something is. */
export const showLength = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / 60_000);
  const [amount, unit] =
    minutes >= 2880
      ? [Math.round(minutes / 1440), 'days']
      : minutes >= 120
        ? [Math.round(minutes / 60), 'hours']
        : [minutes, 'minutes'];
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
};
