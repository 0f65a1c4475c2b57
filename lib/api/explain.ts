import type { Labels } from '../run.ts';
import { asObject, type JsonObject } from '../values.ts';
import {
  duplicateOf,
  existingId,
  isSecondConversation,
  isSecondOpportunity,
} from './duplicates.ts';
import { HighLevelError, type Kind } from './errors.ts';
import { isRefusal, isTooEmpty } from './falseSuccess.ts';
import { hasProblem, isOfGateway, isTimeout, timeoutWords } from './outages.ts';
import { limitReached, secondsToWait } from './rateLimits.ts';
import { retiredCase } from './retired.ts';
import { wordsOf } from './words.ts';

/** An answer of HighLevel as the transport hands it over, parsed or not. */
export interface Response {
  status: number;
  content: string;
  /** The parsed body; undefined if it is not JSON. */
  data: unknown;
  header: (name: string) => string | undefined;
}

/** What was asked, and how to speak of it. */
export interface Asked {
  method: string;
  reads: boolean;
  /** The connection is an agency’s. */
  isAgency: boolean;
  hasPrivateToken: boolean;
  labels: Labels;
  /** Takes the secrets of the run out of a text. */
  hide: (text: string) => string;
}

interface Answer extends Response, Asked {
  /** The members of the body, as far as it is an object. */
  body: JsonObject;
  /** HighLevel's words, without secrets and with the form's labels. */
  words: string;
  /** The same as a sentence; empty without words. */
  said: string;
}

interface Case {
  kind: Kind;
  fits: (answer: Answer) => boolean;
  say: (answer: Answer) => string;
  /** The status that Zapier shows, if not that of the answer. */
  status?: number;
}

const isMissing = ({ status, words }: Answer): boolean =>
  status === 404 || (status === 400 && /not found|no .* found|does ?n[o']t exist/i.test(words));

/** Every answer that is not a success: the first case that fits counts. */
const cases: Case[] = [
  { kind: 'throttled', fits: ({ status }) => status === 429, say: () => limitReached },
  {
    kind: 'unavailable',
    status: 503,
    fits: isTimeout,
    say: ({ said }) => `HighLevel did not answer in time.${said}`,
  },
  retiredCase,
  {
    // A write that is sent elsewhere is not followed; and if the endpoint itself is gone, no record was looked for.
    kind: 'unavailable',
    fits: (answer) =>
      answer.status >= 500 || (answer.status >= 300 && answer.status < 400) || isOfGateway(answer),
    say: ({ status, said }) => `${hasProblem(status)}${said}`,
  },
  {
    kind: 'duplicate',
    fits: (answer) => duplicateOf(answer) !== undefined,
    say: (answer) => {
      const { contactId, matchingField } = duplicateOf(answer) ?? {};
      return `This contact already exists${matchingField ? ` (same ${matchingField})` : ''}: its ID is ${contactId}. Update that contact, or use “Upsert Contact” or “Find or Create Contact” instead.`;
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
    kind: 'duplicate',
    fits: isSecondConversation,
    say: ({ said }) => `This contact has a conversation already.${said}`,
  },
  {
    // A kind of its own: a search in a sub-account that is gone has not found out that there is no such record.
    kind: 'no_location',
    fits: (answer) => isMissing(answer) && /^location\b/i.test(answer.words),
    say: ({ said, hasPrivateToken }) =>
      hasPrivateToken
        ? `HighLevel does not know this sub-account.${said} Choose another one, or connect again.`
        : `HighLevel does not know this sub-account, or the app is no longer installed in it.${said} Choose another sub-account, or install the app and reconnect.`,
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
      `This connection has no access to that sub-account.${said} Choose a record of the connected sub-account, or connect the other one.`,
  },
  {
    kind: 'forbidden',
    fits: ({ status, hasPrivateToken }) => status === 403 && hasPrivateToken,
    say: ({ said }) =>
      `The token of this connection is not allowed to do this.${said} If the record belongs to another account, connect that one.`,
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
      `This connection is not allowed to do this. Either it needs an agency connection, or the user who connected lacks the permission.${said}`,
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
    say: () => 'HighLevel’s answer was empty.',
  },
  {
    kind: 'unavailable',
    status: 502,
    fits: ({ data, content }) => data === undefined && content.trim() !== '',
    say: () => 'HighLevel’s answer could not be read.',
  },
];

/** Throws a HighLevelError for every answer that is not a success, whatever its status. */
export const assertSuccess = (response: Response, asked: Asked): void => {
  const body = asObject(response.data);
  // A status as a number is that of the request; as a text it is the record’s own (api#canceling-an-email).
  const inner = Number(body.statusCode ?? (typeof body.status === 'number' ? body.status : 0));
  const status = response.status < 400 && inner >= 400 ? inner : response.status;
  const words = wordsOf(body, asked.labels, asked.hide);
  const said = words ? ` HighLevel says: ${words}.` : '';
  const answer: Answer = { ...response, ...asked, status, body, words, said };
  const found = cases.find(({ fits }) => fits(answer));
  if (!found) return;
  const traceId = typeof body.traceId === 'string' ? body.traceId : undefined;
  const { kind } = found;
  // A gateway's error leaves open whether HighLevel still works on the request behind it.
  const isEnded = (response.status === 500 || response.status < 300) && !timeoutWords.test(words);
  throw new HighLevelError(kind, found.say(answer), {
    status: found.status ?? status,
    said: words,
    reached: isEnded ? 'end' : undefined,
    ...(kind === 'throttled' ? { wait: secondsToWait(response.header) } : { traceId }),
    ...(kind === 'duplicate' ? { recordId: existingId(answer) } : {}),
  });
};
