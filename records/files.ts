import { retryAdvice } from '../lib/api/errors.ts';
import { networkError } from '../lib/api/thrown.ts';
import { openFile } from '../lib/api/transport.ts';
import { withRun } from '../lib/perform.ts';
import { inTime, type Run } from '../lib/run.ts';

const store = (run: Run, route: string): Promise<string> =>
  inTime(run.deadline.timeLeft, async (signal) => {
    const { messageId, locationId } = run.bundle.inputData;
    const file = await openFile(run, route, { messageId, locationId }, signal);
    return new Promise<string>((resolve, reject) => {
      // core waits without end for a file that breaks off (zapier#stash).
      if ('once' in file.body) file.body.once('error', reject);
      Promise.resolve(run.z.stashFile(Promise.resolve(file))).then(resolve, reject);
    });
  });

/**
 * Stores a file with Zapier under the name and type that HighLevel gives it, when a later step needs it. `inputData`
 * holds the message and the sub-account, which on an agency connection decides whose token fetches the file.
 */
export const storeFile = (route: string) =>
  withRun((run) =>
    store(run, route).catch((error: unknown) => {
      throw networkError(error, retryAdvice(run));
    }),
  );
