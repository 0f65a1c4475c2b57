import { dropBearer, locationBearer } from '../bearer.ts';
import type { Run } from '../run.ts';
import { assertConnection } from '../tokens.ts';
import { pause } from '../turns.ts';
import { protectCreated, tooLate, withDoubt } from './doubt.ts';
import type { Endpoint } from './endpoints.ts';
import { kindOf, retryAdvice } from './errors.ts';
import { networkError } from './thrown.ts';

/** Milliseconds below which a write does not begin: Zapier would end the run before the answer comes (zapier#run-limits). */
const timeToWrite = 2_000;

/** Milliseconds that another attempt needs. */
const timeToRetry = 8_000;

const hasTimeToRetry = ({ deadline }: Run, attempt: number): boolean =>
  attempt < 2 && deadline.timeLeft > timeToRetry;

/** Sends a request once; core's errors come out as a HighLevelError. @param bearer undefined for the connection's own */
type Attempt<Answer> = (bearer: string | undefined) => Promise<Answer>;

/** How far an attempt came. */
interface Progress {
  bearer?: string | undefined;
  isSent?: boolean;
}

const tryOnce = async <Answer>(
  run: Run,
  endpoint: Endpoint,
  send: Attempt<Answer>,
  progress: Progress,
): Promise<Answer> => {
  if (run.isAgency && endpoint.token === 'sub-account') progress.bearer = await locationBearer(run);
  if (!endpoint.reads && run.deadline.timeLeft < timeToWrite) throw tooLate();
  progress.isSent = true;
  return send(progress.bearer);
};

/**
 * The one loop around all requests. Reads are tried again twice if HighLevel or the network fails, as long as the run
 * has time; writes never are, only the exchange of tokens before them. A sub-account token that has run out is
 * exchanged once more.
 */
export const withRetries = async <Answer>(
  run: Run,
  endpoint: Endpoint,
  send: Attempt<Answer>,
): Promise<Answer> => {
  assertConnection(run, endpoint);
  const { reads } = endpoint;
  let hasExchanged = false;
  for (let attempt = 0; ; attempt += 1) {
    const progress: Progress = {};
    try {
      return await tryOnce(run, endpoint, send, progress);
    } catch (thrown) {
      const failure = networkError(thrown, retryAdvice(run, endpoint));
      const error = withDoubt(failure, progress.isSent === true, endpoint);
      const kind = kindOf(error);
      if (kind === 'token' && progress.bearer && !hasExchanged) {
        hasExchanged = true;
        await dropBearer(run, progress.bearer);
        continue;
      }
      const mayRetry = kind === 'unavailable' && (reads || !progress.isSent);
      if (!mayRetry || !hasTimeToRetry(run, attempt)) throw protectCreated(run, error, endpoint);
      await pause(400 * 3 ** attempt);
    }
  }
};
