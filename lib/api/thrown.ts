import type { Run } from '../run.ts';
import type { Endpoint } from './endpoints.ts';
import { HighLevelError, type Kind } from './errors.ts';

/** What Node says if a request found no way to HighLevel, so that nothing can have been done. */
const unsent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** A failure below HTTP (no connection, no answer in time) in people's words; other errors as they are. */
export const networkError = (error: unknown): unknown => {
  const { name, type, code } = error as { name?: string; type?: string; code?: string };
  const isAborted = name === 'AbortError';
  if (name !== 'FetchError' && !isAborted && !code?.startsWith('E')) return error;
  const isLate = isAborted || type === 'request-timeout' || type === 'body-timeout';
  const what = isLate ? 'did not answer in time' : 'could not be reached';
  const reached = unsent.has(code ?? '') ? 'nothing' : undefined;
  return new HighLevelError('unavailable', `HighLevel ${what}.`, { status: 503, reached });
};

/** Whether core threw at a 401, which it does before anybody sees the answer (zapier#401). */
export const isUnauthorized = (error: unknown): boolean =>
  error instanceof Error && error.name === 'RefreshAuthError';

/** What an agency reads if a sub-account cannot be worked in. */
export const noAccess =
  'HighLevel gave no access to this sub-account. Check that the app is installed in it.';

interface Refusal {
  /** In HighLevel's sentence, near its beginning: a trace ID may come first, and core notes 100 characters in all. */
  words: RegExp;
  /** The one path on which the words mean this; any if it is not said. */
  path?: string;
  kind: Kind;
  say: (endpoint: Endpoint, run: Run) => string;
}

const scopeIsMissing = ({ scope }: Endpoint, { hasPrivateToken }: Run): string =>
  hasPrivateToken
    ? `The token of this connection may not do this: the scope “${scope}” is missing. In HighLevel, open “Settings”, then “Private Integrations”, add the scope to the integration, and try again.`
    : `HighLevel has not allowed this connection to do this: the scope “${scope}” is missing. Ask the owner of the app to add it, install the app again in HighLevel, then reconnect.`;

/** The 401s that do not speak of the token, so that refreshing it would not help. */
const refusals: Refusal[] = [
  {
    words: /command time/i,
    kind: 'unavailable',
    say: () => 'HighLevel did not answer in time.',
  },
  {
    words: /install|access to this loc/i,
    path: '/oauth/locationToken',
    kind: 'forbidden',
    say: () => noAccess,
  },
  {
    words: /The token is not auth/,
    kind: 'scope',
    say: scopeIsMissing,
  },
  {
    words: /location is not acc/i,
    kind: 'forbidden',
    say: () =>
      'This connection has no access to that sub-account. Choose a record of the connected sub-account, or connect the other one.',
  },
  {
    words: /user type mism|authClass/i,
    kind: 'other_token',
    say: () =>
      'HighLevel does not accept this kind of token here: it is an agency’s where a sub-account’s is needed, or the other way round. Connect again with the other one.',
  },
  {
    words: /This route is not yet/,
    kind: 'unsupported',
    say: () =>
      'HighLevel does not offer this function to apps yet (its answer names its “IAM Service”). Nothing is wrong with your Zap. Please try again later.',
  },
];

/** Characters of a body in which HighLevel’s sentence stands. */
const read = 300;

/** The beginning of the run’s last 401, as core noted it. */
const notedIn = ({ coreNotes }: Run): string => {
  const at = coreNotes.findLastIndex((line) => line.startsWith('Received 401 '));
  return at < 0 ? '' : (coreNotes[at + 1] ?? '');
};

/** HighLevel refuses the token itself. */
export const tokenRefused = (hasPrivateToken: boolean): HighLevelError =>
  new HighLevelError(
    'token',
    hasPrivateToken
      ? 'HighLevel does not accept the token of this connection. It may have been rotated or deleted, or was not copied as a whole. In HighLevel, open “Settings”, then “Private Integrations”, and reconnect with the current token, which begins with “pit-”.'
      : 'HighLevel did not accept the token.',
    { status: 401 },
  );

/**
 * What a 401 says; of kind `token` if it speaks of the token. HighLevel's own time-out comes as a 401, too
 * (api#disguised-time-outs).
 * @param content the body of the answer, if core let it through, as it does if no token can be refreshed (zapier#401)
 */
export const unauthorized = (
  run: Run,
  endpoint: Endpoint,
  content: string = notedIn(run),
): HighLevelError => {
  const found = refusals.find(
    ({ words, path = endpoint.path }) =>
      words.test(content.slice(0, read)) && path === endpoint.path,
  );
  if (!found) return tokenRefused(run.hasPrivateToken);
  const status = found.kind === 'unavailable' ? 503 : 401;
  return new HighLevelError(found.kind, found.say(endpoint, run), { status });
};
