import type { BasicPollingOperation, Bundle, ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { halted } from '../lib/halted.ts';
import { calls, fixedDropdown, manyOf } from '../lib/operation.ts';
import type { Listed } from '../lib/polling.ts';
import type { Raw } from '../lib/record.ts';
import { type Caller, call } from '../lib/request.ts';
import { timeLeft } from '../lib/runTime.ts';
import { emailIdsOf, messages } from '../records/messages.ts';
import { text } from './common.ts';
import { moment, pageByCursor } from './conversations.ts';
import { messageTypeName } from './messageTypes.ts';

/** What a message's provider says went wrong: all three or none (conversations.json, ErrorDto). */
export const deliveryError = zod
  .object({
    message: text('Error Message').optional(),
    code: text('Error Code').optional(),
    type: text('Error Type', 'The kind of error as your provider calls it.').optional(),
  })
  .refine(
    ({ message, code, type }) => [message, code, type].every(Boolean) || !(message || code || type),
    'Fill in “Error Message”, “Error Code” and “Error Type”, or none of them.',
  )
  .meta({ label: 'Error', group: 'Error' });

/** Where the messages of a conversation are listed, newest first. */
export const messagesRoute = 'GET /conversations/{conversationId}/messages';

/** What to read of a conversation's messages. */
export interface Wanted {
  conversationId: unknown;
  /** Types, separated by commas; without them everything but activities. */
  type?: string | undefined;
  /** How many at most. */
  limit: number;
  /** The message after which to go on. */
  lastMessageId?: unknown;
}

interface Page {
  nextPage?: boolean;
  lastMessageId?: string;
}

/** The list is nested twice (reality d.7 #54); the document nests it once. */
const pageOf = (answer: unknown): Page & Raw => {
  const { messages: inner } = answer as Raw;
  return (Array.isArray(inner) || !inner ? answer : inner) as Page & Raw;
};

/** The messages and activities of an answer, and whether there are more. */
export const messagesIn = (answer: unknown): Listed => {
  const page = pageOf(answer);
  return { records: manyOf(page, messages), more: page.nextPage };
};

/** Whether an entry is no message but says what happened (reality d.7). */
export const isActivity = ({ messageType }: Raw): boolean =>
  String(messageType).startsWith('TYPE_ACTIVITY_');

/**
 * Messages of a conversation, newest first. Activities, which stand in the same list, are left out unless asked
 * for, so one page may take several requests.
 */
export const readMessages = async (
  caller: Caller,
  { limit, lastMessageId, ...input }: Wanted,
): Promise<Raw[]> => {
  const found: Raw[] = [];
  let after = lastMessageId;
  for (;;) {
    const answer = await call(caller, messagesRoute, { ...input, limit, lastMessageId: after });
    const page = pageOf(answer);
    found.push(...messagesIn(answer).records.filter((raw) => input.type || !isActivity(raw)));
    const isLast = !page.nextPage || !page.lastMessageId || page.lastMessageId === after;
    if (isLast || found.length >= limit || timeLeft(caller.bundle) < 8_000) break;
    after = page.lastMessageId;
  }
  return found.slice(0, limit);
};

const size = 100;

const excerpt = (body: unknown) =>
  String(body ?? '')
    // Strangers write these, and the pattern takes its time for many a “<” that nothing closes.
    .slice(0, 1_000)
    .replaceAll(/<[^>]*>|\s+/g, ' ')
    .trim()
    .slice(0, 40);

/**
 * A dropdown of the chosen conversation's messages: when, what, which way, and how it begins.
 * @param type only messages of this type
 * @param idsOf the ids that a message stands for
 */
export const messageChoices = (
  type?: string,
  idsOf: (message: Raw) => string[] = ({ id }) => [String(id)],
): BasicPollingOperation => ({
  ...fixedDropdown(() => []),
  canPaginate: true,
  perform: calls([messagesRoute], async (z: ZObject, bundle: Bundle) => {
    const { conversationId } = bundle.inputData;
    if (!conversationId) {
      throw halted('Choose a “Conversation” first, so that its messages can be listed.');
    }
    const load = (last: Raw | undefined) =>
      readMessages({ z, bundle }, { conversationId, type, limit: size, lastMessageId: last?.id });
    const records = await pageByCursor(bundle.meta.page ?? 0, size, load);
    return records.flatMap((raw) => {
      const { dateAdded, messageType, direction, body } = raw;
      const name = [
        moment(dateAdded, bundle),
        messageTypeName(messageType),
        direction,
        excerpt(body),
      ];
      return idsOf(raw).map((id) => ({ id, name: name.filter(Boolean).join(' · ') || id }));
    });
  }),
});

/** A dropdown of the e-mails in the chosen conversation; one message may hold several. */
export const emailChoices = (): BasicPollingOperation =>
  messageChoices('TYPE_EMAIL', (message) => {
    const ids = emailIdsOf(message);
    return ids.length > 0 ? ids : [String(message.id)];
  });
