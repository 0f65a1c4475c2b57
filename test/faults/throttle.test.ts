import App from '../../index.ts';
import { RateLimits } from '../../sandbox/state/rateLimits.ts';
import { validate } from '../support/definition.ts';

interface Throttle {
  window: number;
  limit: number;
  key?: string;
  scope?: ('user' | 'auth' | 'account' | 'action')[];
}

/** What keeps the runs of a busy connection below HighLevel's 100 requests in 10 s. */
const { throttle } = App as { throttle: Throttle };

test('Zapier’s schema takes it, for triggers, too', async () => {
  const [[key, trigger] = []] = Object.entries(App.triggers ?? {});
  const only = { triggers: { [String(key)]: trigger }, creates: {}, searches: {} };
  expect(await validate({ ...App, ...only, searchOrCreates: {} })).toEqual([]);
  expect(throttle).not.toHaveProperty('retry');
  expect(throttle.scope).not.toContain('action');
  // HighLevel counts each sub-account of an agency apart.
  expect(throttle.key).toContain('{{bundle.inputData.locationId}}');
});

/** When the first requests of runs go out that were all due at some moments: Zapier lets `limit` of them start per window. */
const starts = (due: number[], { window, limit }: Throttle): number[] => {
  const taken = new Map<number, number>();
  return due.map((moment) => {
    let index = Math.floor(moment / window);
    while ((taken.get(index) ?? 0) >= limit) index += 1;
    taken.set(index, (taken.get(index) ?? 0) + 1);
    return Math.max(moment, index * window);
  });
};

/**
 * Runs against HighLevel's limit. A run whose request is refused starts anew after the ten seconds for which the app
 * asks (ThrottledError).
 * @param begin seconds at which the runs start
 * @param requests of each run, a fifth of a second apart
 */
const play = (begin: number[], requests: number): { refused: number; seconds: number } => {
  let now = 0;
  const limits = new RateLimits({ rateLimit: { burst: 100, daily: 200_000 }, now: () => now });
  const queue = begin.map((at) => ({ at, left: requests }));
  let [refused, seconds] = [0, 0];
  // A limit that lets too many runs start would go on forever.
  while (queue.length > 0 && seconds < 3_600) {
    queue.sort((a, b) => b.at - a.at);
    const run = queue.pop();
    if (!run) break;
    now = run.at * 1_000;
    const isTaken = limits.take('location');
    if (!isTaken) refused += 1;
    const left = isTaken ? run.left - 1 : requests;
    seconds = Math.max(seconds, run.at);
    if (left > 0) queue.push({ at: run.at + (isTaken ? 0.2 : 10), left });
  }
  return { refused, seconds };
};

describe('600 runs that are due at once', () => {
  const due = Array<number>(600).fill(0);

  test.each([
    [1, 230],
    [2, 230.2],
    [3, 230.4],
  ])('of %d requests each: none is refused, the last one ends after %d s', (requests, seconds) => {
    const outcome = play(starts(due, throttle), requests);
    expect(outcome.refused).toBe(0);
    expect(outcome.seconds).toBeCloseTo(seconds, 1);
  });

  test('without the throttle they would take a minute, and 1,500 requests would be refused', () => {
    expect(play(due, 1)).toEqual({ refused: 1_500, seconds: 50 });
  });
});

test('two full windows that touch stay below the limit with two requests per run', () => {
  const due = Array.from({ length: 50 }, (_, index) => (index < 25 ? 9.9 : 10));
  expect(play(starts(due, throttle), 2).refused).toBe(0);
});

test('a quiet connection does not wait', () => {
  const due = Array.from({ length: 100 }, (_, index) => index);
  expect(starts(due, throttle)).toEqual(due);
});
