/**
 * Time zones by the database that Node brings along. A library would do the same, but even the smallest that knows
 * zones takes 55 ms to load, and every run of the app would pay for it; the tests compare with one instead.
 */

const oneDay = 86_400_000;

/** Making a clock takes longer than a hundred looks at it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

const makeClock = (timeZone: string): Intl.DateTimeFormat => {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
};

const clockOf = (timeZone: string): Intl.DateTimeFormat =>
  clocks.get(timeZone) ?? makeClock(timeZone);

/** Whether a name is that of a time zone. */
export const isZone = (timeZone: string): boolean => {
  try {
    return timeZone !== '' && Boolean(clockOf(timeZone));
  } catch {
    return false;
  }
};

/** The name of a time zone; empty if there is no such zone. */
export const knownZone = (timeZone: string | null | undefined): string =>
  timeZone && isZone(timeZone) ? timeZone : '';

/** Milliseconds that a zone’s clock is ahead of UTC at a moment. */
const offsetAt = (moment: number, timeZone: string): number => {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] =
    clockOf(timeZone).format(moment).match(/\d+/g)?.map(Number) ?? [];
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
};

/**
 * The moment at which a zone’s clock shows a time. What it shows twice is the first of the two; what it leaps over is
 * that much later on the new clock, so that a day whose midnight is leapt over begins with the leap.
 * @param shown the time on the clock, as if it were UTC, in epoch milliseconds
 */
const momentAt = (shown: number, timeZone: string): number => {
  const [before, after] = [offsetAt(shown - oneDay, timeZone), offsetAt(shown + oneDay, timeZone)];
  if (before === after) return shown - before;
  const moments = [shown - before, shown - after].filter(
    (moment) => moment + offsetAt(moment, timeZone) === shown,
  );
  return moments.length > 0 ? Math.min(...moments) : shown - before;
};

const twoDigits = (number: number): string => String(Math.floor(number)).padStart(2, '0');

/**
 * A time on a zone’s clock (`2026-03-04 10:00:00`) as ISO 8601 with the zone’s offset. A time that has an offset
 * already stays as it is, and so does every time if the zone is not known.
 */
export const zonedIso = (local: unknown, timeZone: string): unknown => {
  const found =
    typeof local === 'string'
      ? /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?(\.\d+)?$/.exec(local)
      : null;
  if (!found || !isZone(timeZone)) return local;
  const wall = `${found[1]}T${found[2]}${found[3] ?? ':00'}`;
  const shown = Date.parse(`${wall}Z`);
  if (Number.isNaN(shown)) return local;
  const offset = shown - momentAt(shown, timeZone);
  const minutes = Math.abs(offset / 60_000);
  return `${wall}${offset < 0 ? '-' : '+'}${twoDigits(minutes / 60)}:${twoDigits(minutes % 60)}`;
};

/** Whether a picked date was picked in a zone: it has no offset of its own, or the one that the zone has then. */
const isOfZone = (picked: string, offset: string, timeZone: string): boolean => {
  if (!isZone(timeZone)) return false;
  if (offset === '') return true;
  const shown = Date.parse(`${picked.slice(0, -offset.length).replace(' ', 'T')}Z`);
  return shown - Date.parse(picked) === offsetAt(Date.parse(picked), timeZone);
};

/**
 * The moment at which a day begins, in epoch milliseconds; NaN if there is no such day.
 * @param picked a date in ISO 8601, with or without a time: the day is the one that it shows
 * @param timeZone counts if the date was picked there; if not, the day is one at the date’s own offset, or in UTC
 */
export const startOfDay = (picked: string, timeZone = '', later = 0): number => {
  const midnight = Date.parse(picked.slice(0, 10)) + later;
  const [offset = ''] = /(Z|[+-]\d{2}:?\d{2})$/.exec(picked.slice(10)) ?? [];
  if (Number.isNaN(midnight)) return midnight;
  if (isOfZone(picked, offset, timeZone)) return momentAt(midnight, timeZone);
  return Date.parse(`${new Date(midnight).toISOString().slice(0, 10)}T00:00:00${offset || 'Z'}`);
};

/** The moment at which that day is over; a day has 23 or 25 hours when clocks change. */
export const endOfDay = (picked: string, timeZone = ''): number =>
  startOfDay(picked, timeZone, oneDay);
