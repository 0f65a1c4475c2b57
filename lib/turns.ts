import { HighLevelError } from './api/errors.ts';
import { limitReached, spread } from './api/rateLimits.ts';
import { OwnCache } from './cache.ts';
import type { Run } from './run.ts';

/** Milliseconds from one exchange of an agency to the next: 80 in 10 s, where HighLevel takes 100 (api#rate-limits). */
const interval = 125;

/** Milliseconds that a run needs for what comes after its turn. */
const timeForTheRest = 8_000;

/** How often a run looks for a free turn, each time twice as far ahead: in all of its time, or in two seconds. */
export const looks = { patient: 14, brief: 5 };

/** Waits. @param milliseconds how long */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Waits for the agency’s next free turn to exchange a token. HighLevel counts the exchanges of all sub-accounts
 * together, so those of one must leave room for the others. Throws if there is no turn in time.
 * @param most how often to look
 */
export const waitForTurn = async ({ z, bundle, deadline }: Run, most: number): Promise<void> => {
  const cache = new OwnCache(z, `${bundle.authData.companyId ?? ''}:turn`);
  for (let look = 0; look < most; look += 1) {
    const latest = Math.max(1, (deadline.timeLeft - timeForTheRest) / interval);
    const ahead = Math.floor(Math.random() * Math.min(2 ** look, latest));
    const turn = Math.floor(Date.now() / interval) + ahead;
    if (!(await cache.claim(String(turn), 60))) continue;
    const wait = turn * interval - Date.now();
    if (wait > 0) await pause(wait);
    return;
  }
  throw new HighLevelError('throttled', limitReached, { wait: Math.ceil(spread(10_000) / 1000) });
};
