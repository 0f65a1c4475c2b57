const day = 86_400_000;

/** From a month ago to a year ahead, as the calendar endpoints take it: epoch milliseconds. */
export const aroundNow = () => ({
  startTime: Date.now() - 31 * day,
  endTime: Date.now() + 366 * day,
});

/** `2026-03-09T10:00:00-07:00` as “2026-03-09 10:00”. */
export const formatStart = (moment: unknown): string =>
  String(moment ?? '')
    .slice(0, 16)
    .replace('T', ' ');
