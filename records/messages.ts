import { listIn } from '../lib/api/answers.ts';
import type { Paging } from '../lib/polling/paging.ts';
import { type RecordType, record } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import { asObject, type JsonObject } from '../lib/values.ts';
import { messageTypeName } from './messageTypes.ts';

/** The ids of the emails in a message of type email: `GET /conversations/messages/email/{id}` takes these. */
export const emailIdsOf = ({ meta }: JsonObject): string[] => {
  const email = asObject(asObject(meta).email);
  const ids = email.messageIds ?? asObject(email.email).messageIds;
  return Array.isArray(ids) ? ids.map(String) : [];
};

const seconds = (value: unknown): number | null =>
  value === undefined || value === null || value === '' || Number.isNaN(Number(value))
    ? null
    : Number(value);

/** Adds the readable type, and what is inside `meta`: duration and state of a call (`meta.call`, api#calls), ids of emails. */
const complete = (records: JsonObject[]): JsonObject[] =>
  records.map(({ activity, ...raw }) => {
    const meta = asObject(raw.meta);
    const call = asObject(meta.call);
    return {
      ...raw,
      typeName: messageTypeName(raw.messageType),
      callDuration: seconds(call.duration ?? meta.callDuration),
      callStatus: call.status ?? meta.callStatus ?? null,
      emailMessageIds: emailIdsOf(raw),
      activityTitle: asObject(activity).title ?? null,
      activityType: asObject(activity).type ?? null,
    };
  });

const sample = {
  id: 't22c6DQcTDf3MjRhwf77',
  conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  locationId: 've9EPM428h8vShlRW1KT',
  messageType: 'TYPE_CALL',
  typeName: 'Call',
  type: 1,
  direction: 'inbound',
  status: 'connected',
  body: 'Asked for a quote on whitening.',
  contentType: 'text/plain',
  attachments: ['https://files.example.com/insurance-card.jpg'],
  callDuration: 73,
  callStatus: 'completed',
  emailMessageIds: ['rnGyqh2F6uBrIkfhFo9A'],
  activityTitle: 'New appointment created',
  activityType: 'appointment_created',
  from: 'Bright Smile Dental',
  to: 'Maria Alvarez',
  source: 'app',
  userId: 'GCs5KuzPqTls7vWclkEV',
  conversationProviderId: 'cI08i1Bls3iTB9bKgF01',
  chatWidgetId: '67b0cc8cf14b19d85ace7a35',
  dateAdded: '2026-03-04T09:30:45.000Z',
  dateUpdated: '2026-03-04T09:30:45.000Z',
};
const labels = {
  locationId: 'Sub-Account ID',
  messageType: 'Type Code',
  typeName: 'Type',
  type: 'Type Number',
  body: 'Message',
  callDuration: 'Call Duration (Seconds)',
  emailMessageIds: 'Email IDs',
};

/** What all kinds of messages have in common. */
export const messageStatement = { noun: 'message', sample, labels, complete } as const;

/**
 * A message (conversations.json, GetMessageResponseDto; wrapped in `message`, api#single-message). Messages have no
 * change date.
 */
export const message = record({ ...messageStatement, one: 'message' });

interface Page extends JsonObject {
  nextPage?: boolean;
  lastMessageId?: string;
}

/** The list is nested twice (api#nested-messages); the document nests it once. */
const pageOf = (answer: unknown): Page => {
  const { messages: inner } = asObject(answer);
  return (Array.isArray(inner) || !inner ? answer : inner) as Page;
};

/** The messages of a conversation; emails come without their bodies (api#email-bodies). */
export const messages: RecordType = record({
  ...messageStatement,
  many: 'messages',
  parse: (answer) => listIn(pageOf(answer), messages),
});

/** Whether an entry is not a message but says what happened (api#activities-among-messages). */
export const isActivity = ({ messageType }: JsonObject): boolean =>
  String(messageType).startsWith('TYPE_ACTIVITY_');

/** Where the messages of a conversation are listed, newest first. */
export const messagesRoute = 'GET /conversations/{conversationId}/messages';

/** `GET /conversations/{conversationId}/messages`: newest first, page after page by the last message. */
export const messagePages: Paging = {
  size: 100,
  newest: { new: 'dateAdded' },
  params: ({ size, last }) => ({ limit: size, lastMessageId: last?.id }),
  more: (answer) => pageOf(answer).nextPage,
};

/** Which messages of a conversation to read. */
interface Wanted {
  conversationId: unknown;
  /** Types, separated by commas; without them all messages but no activities. */
  type?: string | undefined;
  /** How many at most. */
  limit: number;
  /** The message after which to go on. */
  lastMessageId?: unknown;
}

/**
 * Messages of a conversation, newest first. Activities are in the same list and are left out unless their type is
 * wanted, so one page may take several requests.
 */
export const readMessages = async (
  run: Run,
  { limit, lastMessageId, ...input }: Wanted,
): Promise<JsonObject[]> => {
  const found: JsonObject[] = [];
  for (let after = lastMessageId; ; ) {
    const answer = await run.call(messagesRoute, { ...input, limit, lastMessageId: after });
    const page = pageOf(answer);
    const records = listIn(page, messages);
    found.push(...records.filter((one) => input.type || !isActivity(one)));
    const isLast = !page.nextPage || !page.lastMessageId || page.lastMessageId === after;
    if (isLast || found.length >= limit || run.deadline.timeLeft < 8_000)
      return found.slice(0, limit);
    after = page.lastMessageId;
  }
};

/** An email (conversations.json, GetEmailMessageResponseDto; some answers wrap it in `emailMessage`). */
export const emailMessage = record({
  noun: 'email',
  one: ['emailMessage', 'email'],
  sample: {
    id: 'rnGyqh2F6uBrIkfhFo9A',
    threadId: 't22c6DQcTDf3MjRhwf77',
    altId: '20260304093045.1@mg.example.com',
    conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
    contactId: 'ocQHyuzHvysMo5N5VsXc',
    locationId: 've9EPM428h8vShlRW1KT',
    subject: 'Your treatment plan',
    body: '<p>Dear Maria, please find your plan enclosed.</p>',
    from: 'Bright Smile Dental <office@example.com>',
    to: ['maria.alvarez@example.com'],
    cc: ['office@example.com'],
    bcc: ['archive@example.com'],
    direction: 'outbound',
    status: 'opened',
    contentType: 'text/html',
    attachments: ['https://files.example.com/plan.pdf'],
    provider: 'mailgun',
    source: 'app',
    replyToMessageId: 'Mx6wyHhbFdRXh302Luer',
    conversationProviderId: 'cI08i1Bls3iTB9bKgF01',
    dateAdded: '2026-03-04T09:30:45.000Z',
  },
  labels: { locationId: 'Sub-Account ID', threadId: 'Message ID', altId: 'External ID' },
});

/** What a change of a message’s status answers (conversations.json, SendMessageResponseDto). */
export const messageStatus = record({
  noun: 'message',
  sample: {
    messageId: 't22c6DQcTDf3MjRhwf77',
    conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
    emailMessageId: 'rnGyqh2F6uBrIkfhFo9A',
    status: 'delivered',
  },
});
