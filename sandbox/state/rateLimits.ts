const BURST_WINDOW = 10_000;
const DAY = 86_400_000;

type Window = { recent: number[]; today: number; resetsAt: number };

/** 100 requests in 10 s and 200,000 a day per app and sub-account or agency (api#rate-limits). */
export class RateLimits {
  readonly #limits: { burst: number; daily: number };
  readonly #now: () => number;
  readonly #windows = new Map<string, Window>();

  constructor(settings: { rateLimit: { burst: number; daily: number }; now: () => number }) {
    this.#limits = settings.rateLimit;
    this.#now = settings.now;
  }

  /** Counts a request and says whether it may pass. */
  take(owner: string): boolean {
    const now = this.#now();
    const window = this.#window(owner);
    if (window.recent.length >= this.#limits.burst || window.today >= this.#limits.daily) {
      return false;
    }
    window.recent.push(now);
    window.today++;
    return true;
  }

  /**
   * The six headers; `daily-reset` is a duration in ms (api#rate-limit-headers, api#no-retry-after). There is no
   * Retry-After.
   */
  headers(owner: string): Record<string, string> {
    const { recent, today, resetsAt } = this.#window(owner);
    return {
      'x-ratelimit-max': String(this.#limits.burst),
      'x-ratelimit-interval-milliseconds': String(BURST_WINDOW),
      'x-ratelimit-remaining': String(this.#limits.burst - recent.length),
      'x-ratelimit-limit-daily': String(this.#limits.daily),
      'x-ratelimit-daily-remaining': String(this.#limits.daily - today),
      'x-ratelimit-daily-reset': String(resetsAt - this.#now()),
    };
  }

  #window(owner: string): Window {
    const now = this.#now();
    const known = this.#windows.get(owner);
    const window =
      known && known.resetsAt > now ? known : { recent: [], today: 0, resetsAt: now + DAY };
    window.recent = window.recent.filter((at) => at > now - BURST_WINDOW);
    this.#windows.set(owner, window);
    return window;
  }
}
