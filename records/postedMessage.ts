import { listIn } from '../lib/api/answers.ts';
import { kindOf } from '../lib/api/errors.ts';
import type { Run } from '../lib/run.ts';
import { asObject, isEmpty, type JsonObject } from '../lib/values.ts';
import { conversations } from './conversations.ts';
import { messagesRoute, readMessages } from './messages.ts';
import { messageTypeName } from './messageTypes.ts';
import type { PostedPart } from './partOfPost.ts';

const conversationsRoute = 'GET /conversations/search';

/** The numbers of a workflow’s post that somebody has seen (api#workflow-messages). */
const seenTypes: Record<string, string> = { 1: 'Call', 2: 'SMS', 20: 'Custom SMS' };

const isInbound = ({ direction }: JsonObject): boolean => direction !== 'outbound';

const noneIfGone = (error: unknown): JsonObject[] => {
  if (kindOf(error) === 'not_found') return [];
  throw error;
};

/** The last fitting message of each of some conversations. */
const lastMessages = async (
  run: Run,
  input: JsonObject,
  fits: (message: JsonObject) => boolean = isInbound,
): Promise<JsonObject[]> => {
  const { locationId } = run;
  const answer = await run.call(conversationsRoute, { locationId, ...input });
  const found = await Promise.all(
    listIn(answer, conversations).map(async ({ id, contactId }) => {
      // The search may still give one that was just deleted.
      const read = await readMessages(run, { conversationId: id, limit: 20 }).catch(noneIfGone);
      const last = read.find(fits);
      return last ? [{ ...last, contactId }] : [];
    }),
  );
  return found.flat();
};

/** The message of a post. */
export const postedMessage: PostedPart = {
  name: 'message',
  sample: {
    id: 't22c6DQcTDf3MjRhwf77',
    conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
    type: 2,
    messageType: 'TYPE_SMS',
    typeName: 'SMS',
    direction: 'inbound',
    status: 'delivered',
    subject: 'Your treatment plan',
    body: 'Can I come on Friday?',
    attachments: ['https://files.example.com/insurance-card.jpg'],
    from: '+14155550134',
    to: '+14155550100',
    callDuration: 73,
    callStatus: 'completed',
    dateAdded: '2026-03-04T09:30:45.000Z',
  },
  labels: {
    message__id: 'Message ID',
    message__body: 'Message',
    message__typeName: 'Message Type',
    message__callDuration: 'Call Duration (Seconds)',
  },
  routes: [conversationsRoute, messagesRoute],
  isWhole: ({ id, body, attachments }) => Boolean(id) || !isEmpty(body) || !isEmpty(attachments),
  // Of a call a workflow says no more than that it is one.
  read: async (run, contactId, { type }) => {
    const fits = type ? (message: JsonObject) => String(message.type) === String(type) : isInbound;
    const [last] = await lastMessages(run, { contactId, limit: 1 }, fits);
    return last;
  },
  complete: async (_run, part) => ({
    ...part,
    typeName: messageTypeName(part.messageType) ?? seenTypes[String(part.type)] ?? null,
  }),
};

/** Some messages that came in last, each as an event. */
export const recentMessages = {
  routes: [conversationsRoute, messagesRoute],
  read: async (run: Run): Promise<JsonObject[]> => {
    const query = { limit: 3, lastMessageDirection: 'inbound', sort: 'desc' };
    const found = await lastMessages(run, { ...query, sortBy: 'last_message_date' });
    return found.map((message) => ({ id: message.contactId, message }));
  },
};

/** What a post is about if its message went out. */
export const outbound = ({ message }: JsonObject): string | undefined =>
  asObject(message).direction === 'outbound' ? 'a message that was sent from HighLevel' : undefined;
