import type { Run } from '../run.ts';
import type { Endpoint } from './endpoints.ts';
import { HighLevelError, type Kind } from './errors.ts';

/**
 * A failure below HTTP (no connection, no answer in time) in people's words; other errors as they are.
 * @param advice what to do now
 */
export const networkError = (error: unknown, advice: string): unknown => {
  const { name, type, code } = error as { name?: string; type?: string; code?: string };
  const isAborted = name === 'AbortError';
  if (name !== 'FetchError' && !isAborted && !code?.startsWith('E')) return error;
  const isLate = isAborted || type === 'request-timeout' || type === 'body-timeout';
  const what = isLate ? 'did not answer in time' : 'could not be reached';
  return new HighLevelError('unavailable', `HighLevel ${what}. ${advice}`, { status: 503 });
};

/** Whether core threw at a 401, which it does before anybody sees the answer (zapier#401). */
export const isUnauthorized = (error: unknown): boolean =>
  error instanceof Error && error.name === 'RefreshAuthError';

interface Refusal {
  /** The beginning of HighLevel's sentence: a trace ID may come first, and core notes 100 characters in all. */
  begins: string;
  kind: Kind;
  say: (endpoint: Pick<Endpoint, 'scope'>) => string;
}

/** The 401s that do not speak of the token, so that refreshing it would not help. */
const refusals: Refusal[] = [
  {
    begins: 'The token is not auth',
    kind: 'scope',
    say: ({ scope }) =>
      `HighLevel has not allowed this connection to do this: the scope “${scope}” is missing. Ask the owner of the app to add it, install the app again in HighLevel, then reconnect.`,
  },
  {
    begins: 'This route is not yet',
    kind: 'unsupported',
    say: () =>
      'HighLevel does not offer this function to apps yet (its answer names its “IAM Service”). Nothing is wrong with your Zap. Please try again later.',
  },
];

/** What a 401 says, by what core noted of the run’s last one; of kind `token` if it speaks of the token. */
export const unauthorized = ({ coreNotes }: Run, endpoint: Endpoint): HighLevelError => {
  const at = coreNotes.findLastIndex((line) => line.startsWith('Received 401 '));
  const content = at < 0 ? '' : (coreNotes[at + 1] ?? '');
  const found = refusals.find(({ begins }) => content.includes(begins));
  if (found) return new HighLevelError(found.kind, found.say(endpoint), { status: 401 });
  return new HighLevelError('token', 'HighLevel did not accept the token.', { status: 401 });
};
