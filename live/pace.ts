import { secondsToWait } from '../lib/api/rateLimits.ts';
import { pause } from '../lib/turns.ts';

type HeaderOf = (name: string) => string | undefined;

/**
 * Spreads requests evenly over half of what HighLevel takes, so that the Zaps of the account have the other half. How
 * much that is stands in every answer (api#rate-limit-headers).
 */
export class Pace {
  /** Milliseconds from one request to the next; at first half of 100 requests in 10 seconds. */
  #gap = 200;
  #next = 0;
  #isDayGone = false;

  /** Waits for the turn of a request. Throws if the requests of the day are nearly used up. */
  async turn(): Promise<void> {
    if (this.#isDayGone)
      throw new Error('Less than a tenth of today’s requests is left. Run this again tomorrow.');
    const now = Date.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#gap;
    if (at > now) await pause(at - now);
  }

  /** Learns from an answer how fast to go on. */
  learn(header: HeaderOf): void {
    const most = Number(header('x-ratelimit-max'));
    const window = Number(header('x-ratelimit-interval-milliseconds'));
    if (most > 0 && window > 0) {
      const gap = (2 * window) / most;
      this.#next += gap - this.#gap;
      this.#gap = gap;
    }
    const [left, daily] = ['daily-remaining', 'limit-daily'].map((name) =>
      Number(header(`x-ratelimit-${name}`)),
    ) as [number, number];
    if (daily > 0) this.#isDayGone = left < daily / 10;
  }

  /** Waits until HighLevel takes requests again after a 429. */
  async rest(header: HeaderOf): Promise<void> {
    this.learn(header);
    if (!this.#isDayGone) await pause(secondsToWait(header) * 1000);
  }
}
