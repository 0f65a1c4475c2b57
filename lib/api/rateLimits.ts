const day = 86_400_000;

/** What people read if HighLevel takes no more requests. */
export const limitReached =
  'HighLevel takes no more requests for now, because its rate limit is reached. Zapier waits and tries again.';

/** HighLevel counts the requests of ten seconds (api#rate-limits). */
const burstWindow = 10_000;

/**
 * A wait and some more, since runs that wait equally long meet again: up to as much again within one burst window, up
 * to a sixtieth of a longer wait, for which more runs have gathered (an hour and up to a minute).
 * @param wait milliseconds
 */
export const spread = (wait: number): number =>
  wait + Math.random() * Math.min(wait, Math.max(burstWindow, wait / 60));

/**
 * Seconds after which to come again. HighLevel takes requests after the burst window, or the daily reset if the day's quota is gone
 * (api#rate-limit-headers, api#no-retry-after); what a gateway says if HighLevel itself says nothing.
 * @param header gives a header of the answer
 */
export const secondsToWait = (header: (name: string) => string | undefined): number => {
  const daily = Number(header('x-ratelimit-daily-reset'));
  const burst = Number(header('x-ratelimit-interval-milliseconds'));
  const gateway = Number(header('retry-after')) * 1000;
  const isDayGone = Number(header('x-ratelimit-daily-remaining') ?? 1) <= 0;
  const [wait = 10_000] = [isDayGone ? daily : burst, burst, gateway].filter((one) => one > 0);
  return Math.ceil(Math.min(spread(wait), day) / 1000);
};
