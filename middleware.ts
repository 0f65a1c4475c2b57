import type {
  AfterResponseMiddleware,
  BeforeRequestMiddleware,
  Bundle,
  ZObject,
} from 'zapier-platform-core';
import { apiUrl, familyOf } from './lib/api.ts';

/** What the copies of a run's bundle (`{ ...bundle, inputData }`) have in common, and no other run has. */
export const runOf = (bundle: Bundle): object => bundle.meta ?? bundle;

/** How core treats inputs and answers before this file sees them. */
export const flags = {
  // On Zapier's servers core would log each request once more from below z.request, where it knows less of what to
  // censor: a sub-account's token and an answer that repeats a password would stand in the log.
  skipHttpPatch: true,
  // Empty inputs are left out in lib/inputFields.ts, where emptying a field is a choice of its own.
  cleanInputData: false,
  // HighLevel's 429 has no Retry-After; afterResponse reads the wait from HighLevel's own headers.
  throwForThrottlingEarly: false,
};

const traces = new WeakMap<object, string[]>();

/** Origin, Version and bearer, unless the request brings its own. The token endpoint takes neither bearer nor Version. */
export const beforeRequest: BeforeRequestMiddleware = (request, _z, bundle) => {
  if (request.url.startsWith('/')) request.url = `${apiUrl()}${request.url}`;
  // core makes RefreshAuthError of every 401 before afterResponse runs; what HighLevel said is only in this trace.
  const { input } = request as { input?: { _zapier?: { whatHappened?: string[] } } };
  if (input?._zapier?.whatHappened) traces.set(runOf(bundle), input._zapier.whatHappened);
  // core's own name for its requests, which it gives only those that it merges (lib/raw.ts, unmerged).
  request.headers = { 'User-Agent': 'Zapier', ...request.headers };
  const { pathname } = new URL(request.url);
  if (!request.url.startsWith(`${apiUrl()}/`) || pathname.endsWith('/oauth/token')) return request;
  const path = pathname.slice(new URL(apiUrl()).pathname.replace(/\/$/, '').length);
  const { access_token } = bundle.authData ?? {};
  request.headers = {
    Version: familyOf(`${request.method ?? 'GET'} ${path}`).version,
    ...(access_token ? { Authorization: `Bearer ${access_token}` } : {}),
    ...request.headers,
  };
  return request;
};

/** The code of an error that this file made: `not_found`, `invalid`, `unavailable` … */
export const codeOf = (error: unknown): string | undefined => {
  try {
    return (JSON.parse((error as Error).message) as { code?: string }).code;
  } catch {
    return undefined;
  }
};

/** What is to be done where reading has failed: Zapier polls again by itself, but runs no action again. */
export const again =
  'A trigger tries again by itself and loses nothing; an action you can replay in your Zap history.';

const checkFirst =
  'Look in HighLevel whether it was done before you replay this run, so that nothing happens twice.';

/** What is to be done after a request that failed; in the editor somebody waits for an answer. */
export const nextStep = ({ meta }: Bundle, reads: boolean): string => {
  if (!reads) return checkFirst;
  const isInEditor = meta?.isLoadingSample || meta?.isFillingDynamicDropdown || meta?.isTestingAuth;
  return isInEditor ? 'Please try again in a moment.' : again;
};

/**
 * A failure below HTTP (no connection, no answer in time) in people's words; other errors as they are.
 * @param next what is to be done now
 */
export const networkTrouble = (z: ZObject, error: unknown, next: string): unknown => {
  const { name, type, code } = error as { name?: string; type?: string; code?: string };
  const isAborted = name === 'AbortError';
  if (name !== 'FetchError' && !isAborted && !code?.startsWith('E')) return error;
  const what =
    isAborted || type === 'request-timeout' || type === 'body-timeout'
      ? 'did not answer in time'
      : 'could not be reached';
  return new z.errors.Error(`HighLevel ${what}. ${next}`, 'unavailable', 503);
};

/** Throws in people's words where a 401 is no matter of the token, so that refreshing it would not help. */
export const explain401 = (z: ZObject, bundle: Bundle, route: string): void => {
  const trace = traces.get(runOf(bundle)) ?? [];
  const at = trace.findLastIndex((line) => line.startsWith('Received 401 '));
  // The first 100 characters only, in which a traceId may come first: the beginnings of the sentences must do.
  const said = at < 0 ? '' : (trace[at + 1] ?? '');
  if (said.includes('The token is not auth')) {
    throw new z.errors.Error(
      `HighLevel has not allowed this connection to do this: the scope “${familyOf(route).scope}” is missing. Ask the owner of the app to add it, install the app again in HighLevel, then reconnect.`,
      'scope',
      401,
    );
  }
  if (said.includes('This route is not yet')) {
    throw new z.errors.Error(
      'HighLevel has not opened this function to apps yet (its answer names its “IAM Service”). Nothing in your Zap is wrong; please try again later.',
      'unsupported',
      401,
    );
  }
};

interface Answer {
  message?: string | string[];
  error?: string | { message?: string };
  errors?: unknown;
  error_description?: string;
  statusCode?: number | string;
  traceId?: unknown;
  success?: unknown;
  succeded?: unknown;
  succeeded?: unknown;
  deleted?: unknown;
  meta?: { contactId?: string; matchingField?: string; contactName?: string };
}

const asAnswer = (data: unknown): Answer =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {};

/** What an answer consists of that tells of an error and of nothing else. */
const telling = new Set(
  'error errors error_description message statusCode status code name type path timestamp traceId'.split(
    ' ',
  ),
);

/**
 * Whether an answer with a good status says that it was not done (reality d.7: some do). `deleted` tells it of a delete
 * only (associations.json, DeleteAssociationsResponseDTO); elsewhere it is a member of the record.
 */
const isRefusal = (answer: Answer, deletes: boolean): boolean => {
  const { success, succeded, succeeded, deleted, error, errors } = answer;
  const flags = [success, succeded, succeeded, ...(deletes ? [deleted] : [])];
  if (flags.some((one) => String(one) === 'false')) return true;
  const told = [error, errors].flat().some(Boolean);
  return told && Object.keys(answer).every((key) => telling.has(key));
};

/** Whether an answer holds no record: `null`, `true`, `[]`, `{}`. A write that is done is told by more. */
const saysNothing = (data: unknown): boolean =>
  Object(data) !== data || Object.keys(data as object).every((key) => key === 'traceId');

const ownLabel = (labels: Record<string, string>, name: string): string | undefined =>
  Object.hasOwn(labels, name) ? labels[name] : undefined;

// Nobody reads more, and an answer may repeat a text of a megabyte.
const longest = 1_000;

/** @param hush takes the secrets out; first, for what is cut off a line could be a part of one */
const wordsOf = (
  answer: Answer,
  labels: Record<string, string>,
  hush: (words: string) => string,
): string => {
  const nested = typeof answer.error === 'object' ? answer.error?.message : undefined;
  const flat = typeof answer.error === 'string' ? answer.error : undefined;
  const said = answer.message ?? answer.error_description ?? nested ?? flat ?? answer.errors ?? '';
  const lines = [said]
    .flat()
    .map((line) => asAnswer(line).message ?? line)
    .map((line) => hush(typeof line === 'string' ? line : JSON.stringify(line)));
  const words = lines
    .map((line) =>
      line.replace(
        /^(property |each value in )?([\w.]+)/,
        (all, property: string | undefined, path: string) => {
          const label =
            ownLabel(labels, path.replaceAll('.', '__')) ??
            ownLabel(labels, path.split('.').at(-1) ?? '');
          return label ? `${property ?? ''}“${label}”` : all;
        },
      ),
    )
    .map((line) => line.trim().replace(/\.$/, ''))
    .filter(Boolean)
    .join('; ');
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
};

/** Inputs that are secrets: every field of the type `password`, and the code of a new connection. */
export const secretInputs = ['password', 'twilio__access', 'mailgun__access', 'code'];

/**
 * What HighLevel said, without the secrets of the run: an answer may repeat what was sent to it.
 * @param authorization the header of the request
 */
export const discreet = (words: string, bundle: Bundle, authorization: unknown = ''): string => {
  const { access_token, refresh_token } = bundle.authData ?? {};
  const bearer = String(authorization).replace(/^Bearer /, '');
  const inputs = secretInputs.map((name) => bundle.inputData?.[name]);
  return [access_token, refresh_token, bearer, process.env.CLIENT_SECRET, ...inputs]
    .map((secret) => String(secret ?? '').trim())
    .filter((secret) => secret.length > 5)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .reduce((text, secret) => text.replaceAll(secret, '…'), words);
};

const day = 86_400_000;

/**
 * Seconds until HighLevel takes requests again: the burst window, or the daily reset when the day's quota is gone
 * (reality d.2); what a gateway before it says, where HighLevel itself says nothing.
 */
const waitOf = (header: (name: string) => string | undefined): number => {
  const daily = Number(header('x-ratelimit-daily-reset'));
  const burst = Number(header('x-ratelimit-interval-milliseconds'));
  const gateway = Number(header('retry-after')) * 1000;
  const gone = Number(header('x-ratelimit-daily-remaining') ?? 1) <= 0;
  const [wait = 10_000] = [gone ? daily : burst, burst, gateway].filter((one) => one > 0);
  return Math.ceil(Math.min(wait, day) / 1000);
};

/** A 403 or 404 that is not of a record: a gateway's page, or HighLevel's own “Cannot GET /contacts/”. */
const isGone = ({ content }: { content: string }): boolean =>
  content.trimStart().startsWith('<') || /"Cannot [A-Z]+ \//.test(content);

/** Every answer that is no success, said once, to the owner of the Zap: what happened, what to do, HighLevel's words, the trace. */
export const afterResponse: AfterResponseMiddleware = (response, z, bundle) => {
  const { request } = response;
  // Refresh errors keep their status: Zapier decides by it whether to retry or to ask for a new connection.
  if (request.raw || /\/oauth\/token$/.test(request.url ?? '')) return response;
  const { labels = {}, reads = true } = (request.middlewareData ?? {}) as {
    labels?: Record<string, string>;
    reads?: boolean;
  };
  const answer = asAnswer(response.data);
  const inner = Number(answer.statusCode);
  const status = response.status < 400 && inner >= 400 ? inner : response.status;
  const words = wordsOf(answer, labels, (line) =>
    discreet(line, bundle, request.headers?.Authorization),
  );
  const next = nextStep(bundle, reads);
  const said = words ? ` HighLevel says: ${words}.` : '';
  const trace =
    typeof answer.traceId === 'string' && answer.traceId ? ` (trace ${answer.traceId})` : '';
  const fail = (sentence: string, code: string, of = status): never => {
    throw new z.errors.Error(`${sentence}${trace}`, code, of);
  };

  if (status === 429) {
    throw new z.errors.ThrottledError(
      'HighLevel takes no more requests for now (its rate limit is reached). Zapier waits and tries again.',
      waitOf((name) => response.getHeader(name) ?? undefined),
    );
  }
  // A write that is sent elsewhere is not followed, and where the endpoint itself is gone no record was looked for.
  if (
    status >= 500 ||
    (status >= 300 && status < 400) ||
    ((status === 404 || status === 403) && isGone(response))
  ) {
    fail(`HighLevel has a problem at the moment (${status}).${said} ${next}`, 'unavailable');
  }
  if (status === 400 && answer.meta?.contactId) {
    const { contactId, matchingField } = answer.meta;
    fail(
      `This contact exists already${matchingField ? ` (same ${matchingField})` : ''}: its ID is ${contactId}. Update that contact, or use “Upsert Contact” or “Find or Create Contact” instead.`,
      'duplicate',
    );
  }
  if (
    status === 404 ||
    (status === 400 && /not found|no .* found|does ?n[o']t exist/i.test(words))
  ) {
    // A code of its own: a search in a sub-account that is gone has not found out that there is no such record.
    if (/^location\b/i.test(words)) {
      fail(
        `HighLevel does not know this sub-account, or the app is no longer installed in it.${said} Choose another sub-account, or install the app and reconnect.`,
        'no_location',
      );
    }
    fail(
      `HighLevel did not find this.${said} Check that it was not deleted and that it belongs to this sub-account.`,
      'not_found',
    );
  }
  if (status === 403) {
    fail(
      words.includes('location')
        ? `This connection may not work in that sub-account.${said} Choose a record of the connected sub-account, or connect the other one.`
        : `This connection may not do this; it is open to agency connections only, or the user who connected lacks the permission.${said}`,
      'forbidden',
    );
  }
  if (status >= 400) {
    fail(
      `HighLevel did not accept this.${said || ` It gave no reason (${status}).`} Change the value in this step and try again.`,
      'invalid',
    );
  }
  if (isRefusal(answer, request.method === 'DELETE')) {
    fail(`HighLevel answered that it did not do this.${said}`, 'refused', 422);
  }
  // core leaves `data` undefined where the body is no JSON.
  const { content, data } = response;
  const empty = content.trim() === '' || (!reads && data !== undefined && saysNothing(data));
  if (empty ? reads || request.method !== 'DELETE' : data === undefined) {
    fail(`HighLevel's answer was ${empty ? 'empty' : 'not readable'}. ${next}`, 'unavailable', 502);
  }
  return response;
};
