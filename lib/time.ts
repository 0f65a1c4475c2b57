/** Milliseconds. */
export const day = 86_400_000;

/** Some days before and after now, as the calendar endpoints take them: epoch milliseconds. */
export const daysAround = (back: number, ahead: number) => ({
  startTime: Date.now() - back * day,
  endTime: Date.now() + ahead * day,
});

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
