/** A moment in whatever shape HighLevel sends it (ISO, epoch ms, `{ seconds, nanoseconds }`) as ISO 8601; else as it was. */
export const toIso = (value: unknown): unknown => {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{12,14}$/.test(value))) {
    const date = new Date(Number(value));
    return Number.isNaN(date.getTime()) ? value : date.toISOString();
  }
  if (typeof value === 'object' && value !== null && ('seconds' in value || '_seconds' in value)) {
    const stamp = value as Record<string, number | null | undefined>;
    const seconds = stamp.seconds ?? stamp._seconds ?? Number.NaN;
    const nanoseconds = stamp.nanoseconds ?? stamp._nanoseconds ?? 0;
    const date = new Date(seconds * 1000 + Math.floor(nanoseconds / 1e6));
    return Number.isNaN(date.getTime()) ? value : date.toISOString();
  }
  return value;
};

/**
 * The same for the moment at which something happened in HighLevel, which may come in seconds too: what would lie in
 * the early seventies as milliseconds does. A birthday may lie there, so this is not for days.
 */
export const momentToIso = (value: unknown): unknown => {
  const isSeconds = typeof value === 'number' && value >= 1e9 && value < 1e11;
  return toIso(isSeconds ? value * 1000 : value);
};

/** Such a moment in epoch milliseconds; NaN where it is none. */
export const timeOf = (value: unknown): number => Date.parse(String(momentToIso(value)));

/** The day of a date that comes as epoch milliseconds at UTC midnight (api#date-fields); else what it was. */
export const toDay = (value: unknown): unknown => {
  const iso = toIso(value);
  return iso !== value && typeof iso === 'string' ? iso.slice(0, 10) : value;
};

const isZone = (timeZone: string): boolean => {
  try {
    return timeZone !== '' && Boolean(new Intl.DateTimeFormat('en-US', { timeZone }));
  } catch {
    return false;
  }
};

/** Milliseconds that a zone's clock is ahead of UTC at a moment. */
const offsetAt = (moment: number, timeZone: string): number => {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
};

/**
 * A wall-clock time without zone (`2026-03-04 10:00:00`) as ISO 8601 with the zone's offset; a time that has an
 * offset already stays as it is, and so does every time where the zone is not known.
 */
export const zonedIso = (local: unknown, timeZone: string): unknown => {
  const found =
    typeof local === 'string'
      ? /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(:\d{2})?)$/.exec(local)
      : null;
  if (!found || !isZone(timeZone)) return local;
  const wall = `${found[1]}T${found[2]}${found[3] ? '' : ':00'}`;
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return local;
  // The offset is that of the moment itself, which lies one offset away from the same clock face in UTC; once more,
  // because a time that the clock leaps over has that from before the leap.
  const near = offsetAt(asUtc - offsetAt(asUtc, timeZone), timeZone);
  const offset = offsetAt(asUtc - near, timeZone);
  const minutes = Math.abs(offset / 60_000);
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
};

/**
 * The moment at which the day of a picked date is over, in epoch milliseconds. A day that was picked in the zone of the
 * Zap has 23 or 25 hours where clocks change.
 */
export const endOfDay = (picked: string, timeZone = ''): number => {
  const [offset = 'Z'] = /(Z|[+-]\d{2}:?\d{2})$/.exec(picked.slice(10)) ?? [];
  const local = picked.replace(/(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/, '');
  const midnight = new Date(Date.parse(picked.slice(0, 10)) + 86_400_000).toJSON()?.slice(0, 10);
  const isOfZone =
    isZone(timeZone) && Date.parse(String(zonedIso(local, timeZone))) === Date.parse(picked);
  const end = isOfZone ? zonedIso(`${midnight}T00:00`, timeZone) : `${midnight}T00:00:00${offset}`;
  return Date.parse(String(end));
};
