import type { Bundle, ZObject } from 'zapier-platform-core';
import { withRun } from '../../lib/perform.ts';
import type { Labels, Run } from '../../lib/run.ts';
import { connection } from './api.ts';
import { testerWith } from './run.ts';

/** What a test sets of a bundle; the rest is a sub-account's connection without inputs. */
export interface Setting {
  authData?: Record<string, string>;
  inputData?: Record<string, unknown>;
  inputDataRaw?: Record<string, string>;
  meta?: Partial<Bundle['meta']>;
}

/** Runs a function inside zapier-platform-core with the app's middleware, as if it were an operation's `perform`. */
export const within = <Result>(
  action: (z: ZObject, bundle: Bundle) => Promise<Result>,
  { authData = connection, inputData = {}, inputDataRaw = {}, meta = {} }: Setting = {},
): Promise<Result> => testerWith({})(action, { authData, inputData, inputDataRaw, meta });

/** The same for what works with a `Run`. @param labels names of fields in messages */
export const withinRun = <Result>(
  action: (run: Run) => Result | Promise<Result>,
  setting: Setting = {},
  labels: Labels = {},
): Promise<Result> =>
  within(
    withRun(action, () => labels),
    setting,
  );

/** The error of a call, by its name and, where Zapier packs them into the message, its words, code and status. */
export const problem = async (
  running: Promise<unknown>,
): Promise<{
  name: string;
  message: string;
  code?: string;
  status?: number;
  delay?: number;
  content?: string;
}> => {
  const error = await running.then(
    () => new Error('the call did not fail'),
    (reason: Error) => reason,
  );
  const { name, message } = error;
  try {
    return { name, ...JSON.parse(message) };
  } catch {
    return { name, message };
  }
};
