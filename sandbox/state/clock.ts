const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter takes long to make, and a month of slots needs it thousands of times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formats.set(timeZone, made);
  return made;
}

const offsets = new Map<string, Map<number, number>>();
const QUARTER = 900_000;
const DAY = 86_400_000;

function offsetsOf(timeZone: string): Map<number, number> {
  const known = offsets.get(timeZone);
  if (known) return known;
  const made = new Map<number, number>();
  offsets.set(timeZone, made);
  return made;
}

/** Milliseconds that the zone's clock is ahead of UTC at a moment; it changes at full quarters of an hour only. */
function offsetAt(ms: number, timeZone: string): number {
  const known = offsetsOf(timeZone);
  const quarter = Math.floor(ms / QUARTER) * QUARTER;
  const offset = known.get(quarter);
  if (offset !== undefined) return offset;
  const shown = formatOf(timeZone).format(quarter).replace(' ', 'T');
  const made = Date.parse(`${shown}Z`) - quarter;
  known.set(quarter, made);
  return made;
}

/** What the zone's clock shows: 2026-07-17T12:00:00. */
const wallClock = (ms: number, timeZone: string): string =>
  new Date(ms + offsetAt(ms, timeZone)).toISOString().slice(0, 19);

const signs = new Map<number, string>();

/** How an offset stands behind a time: +02:00. */
function signOf(offset: number): string {
  const known = signs.get(offset);
  if (known !== undefined) return known;
  const size = Math.abs(offset) / 60_000;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const made = `${offset < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
  signs.set(offset, made);
  return made;
}

/** `2026-07-17T12:00:00+02:00`: how calendars show times, in the sub-account's zone (api#calendar-times). */
export const inZone = (ms: number, timeZone: string): string =>
  wallClock(ms, timeZone) + signOf(offsetAt(ms, timeZone));

/** The local day (`2026-07-17`) of a moment. */
export const dayInZone = (ms: number, timeZone: string): string =>
  wallClock(ms, timeZone).slice(0, 10);

/**
 * The moment at which a zone's clock shows so many minutes after midnight of a day: the first of two if it is set back
 * in between, and as much later if it leaps over that time (as calendars have it, RFC 5545 3.3.5).
 */
export function momentOf(day: string, minutes: number, timeZone: string): number {
  const shown = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const before = shown - offsetAt(shown - DAY, timeZone);
  const after = shown - offsetAt(shown + DAY, timeZone);
  const isShown = (moment: number) => moment + offsetAt(moment, timeZone) === shown;
  return isShown(before) || !isShown(after) ? before : after;
}
