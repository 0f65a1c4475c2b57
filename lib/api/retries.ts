import type { Deadline } from '../run.ts';
import { pause } from '../turns.ts';
import { tooLate, withEffect } from './doubt.ts';
import type { Endpoint } from './endpoints.ts';
import { kindOf } from './errors.ts';
import { networkError } from './thrown.ts';

/** Milliseconds below which a write does not begin: Zapier would end the run before the answer comes (zapier#run-limits). */
const timeToWrite = 2_000;

/** Milliseconds that another attempt needs. */
const timeToRetry = 8_000;

/** Sends a request once; core's errors come out as a HighLevelError. @param bearer undefined for the connection's own */
type Attempt<Answer> = (bearer: string | undefined) => Promise<Answer>;

/** Where the bearer of a sub-account comes from, and how HighLevel's refusal of one is told. */
interface Bearers {
  get: () => Promise<string>;
  drop: (bearer: string) => Promise<void>;
}

interface Call<Answer> {
  endpoint: Endpoint;
  deadline: Deadline;
  /** Without it the request goes out with the connection’s own token. */
  bearers?: Bearers | undefined;
  attempt: Attempt<Answer>;
}

/** How far an attempt came. */
interface Progress {
  bearer?: string | undefined;
  isSent?: boolean;
}

const tryOnce = async <Answer>(
  { endpoint, deadline, bearers, attempt }: Call<Answer>,
  progress: Progress,
): Promise<Answer> => {
  progress.bearer = await bearers?.get();
  if (!endpoint.reads && deadline.timeLeft < timeToWrite) throw tooLate();
  progress.isSent = true;
  return attempt(progress.bearer);
};

/** Whether the request may be sent again after an error of HighLevel or the network. */
const mayRetry = ({ endpoint, deadline }: Call<unknown>, { isSent }: Progress, retries: number) =>
  (endpoint.reads || !isSent) && retries < 2 && deadline.timeLeft > timeToRetry;

/**
 * The one loop around all requests. Reads are tried again twice if HighLevel or the network fails, as long as the run
 * has time; writes never are, only the exchange of tokens before them. A sub-account token that has run out is
 * exchanged once more.
 */
export const withRetries = async <Answer>(call: Call<Answer>): Promise<Answer> => {
  const { endpoint, bearers } = call;
  let hasExchanged = false;
  for (let retries = 0; ; retries += 1) {
    const progress: Progress = {};
    try {
      return await tryOnce(call, progress);
    } catch (thrown) {
      const failure = networkError(thrown);
      const error = progress.isSent ? withEffect(failure, endpoint) : failure;
      const kind = kindOf(error);
      if (kind === 'token' && progress.bearer && !hasExchanged) {
        hasExchanged = true;
        await bearers?.drop(progress.bearer);
        continue;
      }
      if (kind !== 'unavailable' || !mayRetry(call, progress, retries)) throw error;
      await pause(400 * 3 ** retries);
    }
  }
};
