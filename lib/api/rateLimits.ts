const day = 86_400_000;

/**
 * Seconds until HighLevel takes requests again: the burst window, or the daily reset if the day's quota is gone
 * (api#rate-limit-headers, api#no-retry-after); what a gateway says if HighLevel itself says nothing.
 * @param header gives a header of the answer
 */
export const secondsToWait = (header: (name: string) => string | undefined): number => {
  const daily = Number(header('x-ratelimit-daily-reset'));
  const burst = Number(header('x-ratelimit-interval-milliseconds'));
  const gateway = Number(header('retry-after')) * 1000;
  const isDayGone = Number(header('x-ratelimit-daily-remaining') ?? 1) <= 0;
  const [wait = 10_000] = [isDayGone ? daily : burst, burst, gateway].filter((one) => one > 0);
  return Math.ceil(Math.min(wait, day) / 1000);
};
