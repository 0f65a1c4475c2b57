import type { Labels, Run } from '../run.ts';
import { asObject, isObject, type JsonObject, ownValue } from '../values.ts';
import { HighLevelError, type Kind, retryAdvice } from './errors.ts';
import { redact } from './redact.ts';

/** An answer of HighLevel as the transport hands it over, parsed or not. */
export interface Response {
  status: number;
  content: string;
  /** The parsed body; undefined if it is not JSON. */
  data: unknown;
  header: (name: string) => string | undefined;
}

/** What was asked. */
export interface Asked {
  method: string;
  reads: boolean;
  /** Sent again, it would make a second record. */
  createsRecord?: boolean | undefined;
  /** The header of the request; its token must not come back in a message. */
  authorization?: string | undefined;
}

interface Answer extends Response, Asked {
  /** The members of the body, as far as it is an object. */
  body: JsonObject;
  /** HighLevel's words, without secrets and with the form's labels. */
  words: string;
  /** The same as a sentence; empty without words. */
  said: string;
  /** The connection is an agency's. */
  isAgency: boolean;
}

interface Case {
  kind: Kind;
  fits: (answer: Answer) => boolean;
  say: (answer: Answer) => string;
  /** The status that Zapier shows, if not that of the answer. */
  status?: number;
}

/** HighLevel's own time-out, which says nothing of the input, whatever its status (api#disguised-time-outs). */
export const isTimeout = ({ status, words }: Pick<Answer, 'status' | 'words'>): boolean =>
  status === 408 || status === 504 || (status < 500 && /^(command|request) time/i.test(words));

/** A 403 or 404 that does not speak of a record: a gateway's page, or HighLevel's own “Cannot GET /contacts/”. */
const isOfGateway = ({ status, content }: Answer): boolean =>
  (status === 403 || status === 404) &&
  (content.trimStart().startsWith('<') || /"Cannot [A-Z]+ \//.test(content));

const isMissing = ({ status, words }: Answer): boolean =>
  status === 404 || (status === 400 && /not found|no .* found|does ?n[o']t exist/i.test(words));

/** Of which contact a new one would be a duplicate (api#duplicate-contact). */
const duplicateOf = ({ status, body }: Answer): JsonObject | undefined => {
  const { contactId, matchingField } = asObject(body.meta);
  return status === 400 && contactId ? { contactId, matchingField } : undefined;
};

/** Whether the contact has an opportunity in the pipeline already, which counts as one (api#duplicate-opportunity). */
const isSecondOpportunity = ({ status, body }: Answer): boolean =>
  status === 400 && [body.code, body.canonicalCode].includes('OPPORTUNITY_NO_DUPLICATE');

/** The id of the record that is there already, if HighLevel says it. */
const existingId = ({ body }: Answer): string | undefined => {
  const { contactId, existingId: id } = asObject(body.meta);
  return id || contactId ? String(id || contactId) : undefined;
};

/** What an answer consists of that tells of an error and of nothing else. */
const errorKeys = new Set(
  'error errors error_description message statusCode status code name type path timestamp traceId'.split(
    ' ',
  ),
);

/**
 * Whether an answer with a good status says that it was not done (api#refusal-with-a-good-status). `deleted` tells so of a delete only
 * (associations.json, DeleteAssociationsResponseDTO); elsewhere it is a member of the record.
 */
const isRefusal = ({ body, method }: Answer): boolean => {
  const { success, succeded, succeeded, deleted, error, errors } = body;
  const flags = [success, succeded, succeeded, ...(method === 'DELETE' ? [deleted] : [])];
  if (flags.some((flag) => String(flag) === 'false')) return true;
  const isError = [error, errors].flat().some(Boolean);
  return isError && Object.keys(body).every((key) => errorKeys.has(key));
};

/** Whether a body holds no record: nothing, `null`, `true`, `[]`, `{}`. */
const isNothing = ({ data, content }: Answer): boolean =>
  content.trim() === '' ||
  (data !== undefined &&
    (Object(data) !== data || Object.keys(data as object).every((key) => key === 'traceId')));

/** Empty where more was due: of a read the text itself, of a write a record; a delete may answer nothing. */
const isTooEmpty = (answer: Answer): boolean =>
  answer.reads ? answer.content.trim() === '' : answer.method !== 'DELETE' && isNothing(answer);

/** Every answer that is not a success: the first case that fits counts. */
const cases: Case[] = [
  {
    kind: 'throttled',
    fits: ({ status }) => status === 429,
    say: () =>
      'HighLevel takes no more requests for now (its rate limit is reached). Zapier waits and tries again.',
  },
  {
    kind: 'unavailable',
    status: 503,
    fits: isTimeout,
    say: ({ said }) => `HighLevel did not answer in time.${said}`,
  },
  {
    // A write that is sent elsewhere is not followed; and if the endpoint itself is gone, no record was looked for.
    kind: 'unavailable',
    fits: (answer) =>
      answer.status >= 500 || (answer.status >= 300 && answer.status < 400) || isOfGateway(answer),
    say: ({ status, said }) => `HighLevel has a problem at the moment (${status}).${said}`,
  },
  {
    kind: 'duplicate',
    fits: (answer) => duplicateOf(answer) !== undefined,
    say: (answer) => {
      const { contactId, matchingField } = duplicateOf(answer) ?? {};
      return `This contact exists already${matchingField ? ` (same ${matchingField})` : ''}: its ID is ${contactId}. Update that contact, or use “Upsert Contact” or “Find or Create Contact” instead.`;
    },
  },
  {
    kind: 'duplicate',
    fits: isSecondOpportunity,
    say: (answer) => {
      const id = existingId(answer);
      const instead = answer.method === 'PUT' ? 'Update' : 'Use “Upsert Opportunity”, or update';
      return `This contact has an opportunity in this pipeline already${id ? `: its ID is ${id}` : ''}. ${instead} that opportunity instead.`;
    },
  },
  {
    // A kind of its own: a search in a sub-account that is gone has not found out that there is no such record.
    kind: 'no_location',
    fits: (answer) => isMissing(answer) && /^location\b/i.test(answer.words),
    say: ({ said }) =>
      `HighLevel does not know this sub-account, or the app is no longer installed in it.${said} Choose another sub-account, or install the app and reconnect.`,
  },
  {
    kind: 'not_found',
    fits: isMissing,
    say: ({ said }) =>
      `HighLevel did not find this.${said} Check that it was not deleted and that it belongs to this sub-account.`,
  },
  {
    kind: 'forbidden',
    fits: ({ status, words }) => status === 403 && words.includes('location'),
    say: ({ said }) =>
      `This connection may not work in that sub-account.${said} Choose a record of the connected sub-account, or connect the other one.`,
  },
  {
    kind: 'forbidden',
    fits: ({ status, isAgency }) => status === 403 && isAgency,
    say: ({ said }) =>
      `This agency connection may not do this: the app is not installed in the sub-account, or the user who connected lacks the permission.${said}`,
  },
  {
    kind: 'forbidden',
    fits: ({ status }) => status === 403,
    say: ({ said }) =>
      `This connection may not do this; it is open to agency connections only, or the user who connected lacks the permission.${said}`,
  },
  {
    kind: 'invalid',
    fits: ({ status }) => status >= 400,
    say: ({ said, status }) =>
      `HighLevel did not accept this.${said || ` It gave no reason (${status}).`} Change the value in this step and try again.`,
  },
  {
    kind: 'refused',
    status: 422,
    fits: isRefusal,
    say: ({ said }) => `HighLevel answered that it did not do this.${said}`,
  },
  {
    kind: 'unavailable',
    status: 502,
    fits: isTooEmpty,
    say: () => "HighLevel's answer was empty.",
  },
  {
    kind: 'unavailable',
    status: 502,
    fits: ({ data, content }) => data === undefined && content.trim() !== '',
    say: () => "HighLevel's answer was not readable.",
  },
];

// Nobody reads more, and an answer may repeat a text of a megabyte.
const longest = 1_000;

/** A property that HighLevel names, by its label: `email must be an email` as `“Email” must be an email`. */
const withLabel = (line: string, labels: Labels): string =>
  line.replace(
    /^(property |each value in )?([\w.]+)/,
    (all, intro: string | undefined, path: string) => {
      const label =
        ownValue(labels, path.replaceAll('.', '__')) ??
        ownValue(labels, path.split('.').at(-1) ?? '');
      return label ? `${intro ?? ''}“${label}”` : all;
    },
  );

/** @param hide takes the secrets out; it comes first, because a line that is cut could end in a part of one */
const wordsOf = (body: JsonObject, labels: Labels, hide: (line: string) => string): string => {
  const { message, error_description, error, errors } = body;
  const inner = isObject(error) ? error.message : undefined;
  const plain = typeof error === 'string' ? error : undefined;
  const words = [message ?? error_description ?? inner ?? plain ?? errors ?? '']
    .flat()
    .map((line) => asObject(line).message ?? line)
    .map((line) => hide(typeof line === 'string' ? line : JSON.stringify(line)))
    .map((line) => withLabel(line, labels).trim().replace(/\.$/, ''))
    .filter(Boolean)
    .join('; ');
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
};

const day = 86_400_000;

/**
 * Seconds until HighLevel takes requests again: the burst window, or the daily reset if the day's quota is gone
 * (api#rate-limit-headers, api#no-retry-after); what a gateway says if HighLevel itself says nothing.
 */
const waitOf = (header: Response['header']): number => {
  const daily = Number(header('x-ratelimit-daily-reset'));
  const burst = Number(header('x-ratelimit-interval-milliseconds'));
  const gateway = Number(header('retry-after')) * 1000;
  const isDayGone = Number(header('x-ratelimit-daily-remaining') ?? 1) <= 0;
  const [wait = 10_000] = [isDayGone ? daily : burst, burst, gateway].filter((one) => one > 0);
  return Math.ceil(Math.min(wait, day) / 1000);
};

/** Throws a HighLevelError for every answer that is not a success, whatever its status. */
export const assertSuccess = (run: Run, response: Response, asked: Asked): void => {
  const body = asObject(response.data);
  const inner = Number(body.statusCode);
  const status = response.status < 400 && inner >= 400 ? inner : response.status;
  const words = wordsOf(body, run.labels, (line) => redact(line, run.bundle, asked.authorization));
  const answer: Answer = {
    ...response,
    ...asked,
    status,
    body,
    words,
    said: words ? ` HighLevel says: ${words}.` : '',
    isAgency: run.isAgency,
  };
  const found = cases.find(({ fits }) => fits(answer));
  if (!found) return;
  const traceId = typeof body.traceId === 'string' ? body.traceId : undefined;
  // A gateway's error leaves open whether HighLevel still works on the request behind it.
  const isEnded = !isTimeout(answer) && (response.status === 500 || response.status < 300);
  throw new HighLevelError(found.kind, found.say(answer), {
    status: found.status ?? status,
    said: words,
    ...(found.kind === 'throttled' ? { wait: waitOf(response.header) } : { traceId }),
    ...(found.kind === 'unavailable' ? { advice: retryAdvice(run, asked) } : {}),
    ...(found.kind === 'duplicate' ? { recordId: existingId(answer) } : {}),
    ...(isEnded ? { reached: 'end' as const } : {}),
  });
};
