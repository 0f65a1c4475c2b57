import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { limit, text } from '../gateway/schemas.ts';
import { contacts } from '../seed/contacts.ts';
import {
  type Conversation,
  conversations as conversationsOf,
  emails as emailsOf,
  type Message,
  messages as messagesIn,
  messagesOf,
  recordings,
  TYPE_NUMBERS,
  transcripts,
} from '../seed/conversations.ts';
import type { Location } from '../state/state.ts';
import { nameOf, withoutNulls } from './contactRecord.ts';

const version = '2021-04-15' as const;
const reading = { version, scopes: ['conversations.readonly'] };
const messageReading = { version, scopes: ['conversations/message.readonly'] };
const several = zod.string().optional();

const searchQuery = zod.strictObject({
  locationId: text,
  contactId: several,
  assignedTo: several,
  followers: several,
  mentions: several,
  query: several,
  sort: zod.enum(['asc', 'desc']).default('desc'),
  startAfterDate: zod.coerce.number().optional(),
  /** Taken and ignored (reality d.7, PC). */
  startAfterId: several,
  id: several,
  limit: limit(100, 20),
  lastMessageType: zod.string().startsWith('TYPE_').optional(),
  lastMessageAction: zod.enum(['automated', 'manual']).optional(),
  lastMessageDirection: zod.enum(['inbound', 'outbound']).optional(),
  status: zod.enum(['all', 'read', 'unread', 'starred', 'recents']).default('all'),
  sortBy: zod
    .enum([
      'last_manual_message_date',
      'last_message_date',
      'score_profile',
      'overdue_at',
      'due_at',
    ])
    .default('last_message_date'),
  sortScoreProfile: several,
  scoreProfile: several,
  scoreProfileMin: zod.coerce.number().optional(),
  scoreProfileMax: zod.coerce.number().optional(),
  startDate: zod.coerce.number().optional(),
  endDate: zod.coerce.number().optional(),
});

type Query = zod.output<typeof searchQuery>;
type Shown = ReturnType<typeof found>;

const TYPES = {
  1: 'TYPE_PHONE',
  2: 'TYPE_EMAIL',
  3: 'TYPE_FB_MESSENGER',
  4: 'TYPE_REVIEW',
  5: 'TYPE_GROUP_SMS',
};

/** “Ada mcByron” as “Ada Mcbyron”: the search capitalises names anew (reality d.7, NG). */
const capitalised = (name: string) =>
  name.toLowerCase().replaceAll(/(^|\s)\S/g, (letter) => letter.toUpperCase());

/** As the search shows a conversation: type as text, dates as epoch ms, its own cursor in `sort`, nulls (reality d.7, NG). */
function found(location: Location, conversation: Conversation) {
  const contact = contacts(location).get(conversation.contactId);
  const [last] = messagesOf(location, conversation.id);
  const name = (contact && nameOf(contact)) || contact?.companyName || contact?.phone || '';
  const lastMessageDate = last?.dateAdded ?? conversation.dateAdded;
  return {
    id: conversation.id,
    locationId: location.id,
    contactId: conversation.contactId,
    dateAdded: conversation.dateAdded,
    dateUpdated: conversation.dateUpdated,
    lastMessageDate,
    // A contact's first conversation is empty and says so in this way (reality d.7, NG).
    lastMessageType: last?.messageType ?? 'TYPE_NO_SHOW',
    lastMessageBody: last?.body ?? '',
    lastMessageDirection: last?.direction ?? 'outbound',
    lastOutboundMessageAction: last?.source === 'app' ? 'manual' : 'automated',
    lastManualMessageDate: lastMessageDate,
    inbox: true,
    unreadCount: conversation.unreadCount,
    followers: conversation.followers,
    mentions: [],
    isLastMessageInternalComment: false,
    messageTypes: [TYPE_NUMBERS[last?.messageType ?? 'TYPE_NO_SHOW'] ?? 0],
    fullName: capitalised(name),
    contactName: name,
    companyName: contact?.companyName ?? null,
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
    tags: contact?.tags ?? [],
    assignedTo: conversation.assignedTo,
    starred: conversation.starred,
    type: TYPES[conversation.type],
    scoring: [],
    sort: [lastMessageDate],
  };
}

/** Nobody assigned is no assignee at all, while what a contact lacks is null (recorded live, NG conversations). */
const shown = ({ assignedTo, ...rest }: Shown) => ({ ...rest, ...(assignedTo && { assignedTo }) });

const among = (list: string | undefined, ...values: (string | null)[]) =>
  list === undefined || list.split(',').some((one) => values.includes(one.trim()));

function fits(query: Query, shown: Shown): boolean {
  const words = `${shown.contactName} ${shown.email} ${shown.phone} ${shown.lastMessageBody}`;
  const { status } = query;
  return (
    among(query.id, shown.id) &&
    among(query.contactId, shown.contactId) &&
    among(query.assignedTo, shown.assignedTo ?? 'unassigned') &&
    among(query.followers, ...shown.followers) &&
    among(query.mentions) &&
    words.toLowerCase().includes((query.query ?? '').toLowerCase()) &&
    among(query.lastMessageType, shown.lastMessageType) &&
    among(query.lastMessageAction, shown.lastOutboundMessageAction) &&
    among(query.lastMessageDirection, shown.lastMessageDirection) &&
    (status !== 'unread' || shown.unreadCount > 0) &&
    (status !== 'read' || shown.unreadCount === 0) &&
    (status !== 'starred' || shown.starred) &&
    // Nobody is scored here: every score is 0.
    (query.scoreProfileMin ?? 0) <= 0 &&
    (query.scoreProfileMax ?? 0) >= 0 &&
    shown.dateAdded >= (query.startDate ?? 0) &&
    shown.dateAdded <= (query.endDate ?? Number.POSITIVE_INFINITY)
  );
}

const stamp = (ms: number) => ({ seconds: Math.floor(ms / 1000), nanoseconds: (ms % 1000) * 1e6 });

const search = [
  endpoint(
    'GET /conversations/search',
    { ...reading, query: searchQuery },
    ({ query, location }) => {
      const sign = query.sort === 'asc' ? 1 : -1;
      const after = query.startAfterDate;
      const all = [...conversationsOf(location).values()]
        .map((conversation) => found(location, conversation))
        .filter((shown) => fits(query, shown))
        .sort((a, b) => sign * (a.lastMessageDate - b.lastMessageDate));
      const rest = all.filter(
        ({ lastMessageDate }) => after === undefined || sign * (lastMessageDate - after) > 0,
      );
      return { conversations: rest.slice(0, query.limit).map(shown), total: all.length };
    },
  ),

  /** The type is a number here, and dates are `{ seconds, nanoseconds }` (reality d.7, NG). */
  endpoint('GET /conversations/{conversationId}', reading, ({ path, location }) => {
    const conversation = conversationOf(location, path.conversationId);
    const { dateAdded, dateUpdated, followers: _, ...rest } = conversation;
    const shown = found(location, conversation);
    return withoutNulls({
      ...rest,
      deleted: false,
      inbox: true,
      lastMessageDate: stamp(shown.lastMessageDate),
      lastMessageType: TYPE_NUMBERS[shown.lastMessageType] ?? 0,
      messageTypes: shown.messageTypes,
      isLastMessageInternalComment: false,
      dateAdded: stamp(dateAdded),
      dateUpdated: stamp(dateUpdated),
    });
  }),
];

const isActivity = ({ messageType }: Message) => messageType.startsWith('TYPE_ACTIVITY_');

/**
 * As messages are shown; `error` only where something went wrong. An activity says what it is, and has no content
 * type (recorded live, NG get-message).
 */
const shownMessage = (message: Message) => {
  const { dateAdded, contentType, ...rest } = message;
  const date = new Date(dateAdded).toISOString();
  const activity = {
    from: 'Bright Smile Dental',
    to: 'A contact',
    activity: { title: message.body, type: message.messageType.slice(5).toLowerCase(), data: {} },
  };
  return withoutNulls({
    ...rest,
    ...(isActivity(message) ? activity : { contentType }),
    type: TYPE_NUMBERS[message.messageType] ?? 0,
    dateAdded: date,
    dateUpdated: date,
  });
};

const messages = [
  /** Doubly nested, newest first, activities among them, no bodies of e-mails (reality d.7 #54, #40). */
  endpoint(
    'GET /conversations/{conversationId}/messages',
    {
      ...messageReading,
      query: zod.strictObject({
        lastMessageId: several,
        limit: limit(100, 20),
        type: several,
      }),
    },
    ({ path, query, location }) => {
      const { id } = conversationOf(location, path.conversationId);
      // The filter's word for comments has an s, the message's has none (conversations.json).
      const wanted = query.type?.replaceAll('INTERNAL_COMMENTS', 'INTERNAL_COMMENT');
      const all = messagesOf(location, id).filter(({ messageType }) => among(wanted, messageType));
      const start = all.findIndex((message) => message.id === query.lastMessageId) + 1;
      const page = all.slice(start, start + query.limit);
      return {
        messages: {
          lastMessageId: page.at(-1)?.id ?? '',
          nextPage: start + page.length < all.length,
          messages: page.map((message) => {
            const { body, ...bare } = message;
            return shownMessage(
              message.messageType === 'TYPE_EMAIL' ? { ...bare, body: '' } : { ...bare, body },
            );
          }),
        },
      };
    },
  ),

  /** Wrapped in `message`, which the document does not say (reality d.7, PC). */
  endpoint('GET /conversations/messages/{id}', messageReading, ({ path, location }) => ({
    message: shownMessage(messageOf(location, path.id)),
  })),

  endpoint('GET /conversations/messages/email/{id}', messageReading, ({ path, location }) => {
    const email = emailsOf(location).get(path.id);
    if (!email) throw fail(400, `Email message with id ${path.id} not found`);
    const { conversationId, contactId, source } = messageOf(location, email.threadId);
    return {
      ...email,
      altId: `<${email.id}@mg.brightsmiledental.example>`,
      locationId: location.id,
      contactId,
      conversationId,
      dateAdded: new Date(email.dateAdded).toISOString(),
      contentType: 'text/html',
      attachments: [],
      provider: 'mailgun',
      cc: [],
      bcc: [],
      source,
    };
  }),

  endpoint(
    'PUT /conversations/messages/{messageId}/status',
    {
      version,
      scopes: ['conversations/message.write'],
      body: zod.strictObject({
        status: zod.enum(['delivered', 'failed', 'pending', 'read']),
        error: zod
          .strictObject({ code: zod.string(), type: zod.string(), message: zod.string() })
          .optional(),
        emailMessageId: zod.string().optional(),
        recipients: zod.array(zod.string()).optional(),
      }),
    },
    ({ path, body: { status, error, emailMessageId }, location, now }) => {
      const message = messageOf(location, path.messageId);
      const { error: _, ...rest } = message;
      messagesIn(location).set(message.id, { ...rest, status, ...(error && { error }) });
      const email = emailMessageId ? emailsOf(location).get(emailMessageId) : undefined;
      if (email) email.status = status;
      conversationOf(location, message.conversationId).dateUpdated = now;
      return {
        conversationId: message.conversationId,
        messageId: message.id,
        ...(emailMessageId && { emailMessageId }),
        status,
      };
    },
  ),
];

/** What a call without recording or transcription answers (reality d.7; the sentence as seen live). */
const unrecorded = (message: string) =>
  fail(400, {
    statusCode: 400,
    message,
    error: 'Bad Request',
    canonicalCode: 'CONVERSATIONS_MSG_RECORDING_NOT_FOUND',
  });

const transcriptOf = (location: Location, messageId: string) => {
  const sentences = transcripts(location).get(messageOf(location, messageId).id);
  if (!sentences) throw unrecorded('Transcription does not exist');
  return sentences;
};

const clock = (milliseconds: number) => new Date(milliseconds).toISOString().slice(14, 19);

const calls = [
  endpoint(
    'GET /conversations/messages/{messageId}/locations/{locationId}/recording',
    messageReading,
    ({ path, location }) => {
      const recording = recordings(location).get(messageOf(location, path.messageId).id);
      if (!recording) throw unrecorded('Recording does not exist');
      return new Response(new Uint8Array(recording), {
        headers: {
          'content-type': 'audio/x-wav',
          'content-disposition': 'Attachment; filename=audio.wav',
          'content-length': String(recording.length),
        },
      });
    },
  ),

  /** An array, though the document says one object (reality d.7). */
  endpoint(
    'GET /conversations/locations/{locationId}/messages/{messageId}/transcription',
    messageReading,
    ({ path, location }) => transcriptOf(location, path.messageId),
  ),

  endpoint(
    'GET /conversations/locations/{locationId}/messages/{messageId}/transcription/download',
    messageReading,
    ({ path, location }) => {
      const lines = transcriptOf(location, path.messageId).map(
        ({ startTime, speaker, transcript }) =>
          `${clock(startTime)} Speaker ${speaker}: ${transcript}`,
      );
      return new Response(lines.join('\n'), {
        headers: {
          'content-type': 'text/plain',
          'content-disposition': 'Attachment; filename="transcription.txt"',
        },
      });
    },
  ),
];

const liveChat = [
  endpoint(
    'POST /conversations/providers/live-chat/typing',
    {
      version,
      scopes: ['conversations/livechat.write'],
      status: 201,
      body: zod.strictObject({
        locationId: text,
        isTyping: zod.string(),
        visitorId: text,
        conversationId: text,
      }),
    },
    ({ body, location }) => {
      conversationOf(location, body.conversationId);
      return { success: true };
    },
  ),
];

export const conversations = [...search, ...messages, ...calls, ...liveChat];

function conversationOf(location: Location, id: string): Conversation {
  const conversation = conversationsOf(location).get(id);
  if (!conversation) throw fail(400, `Conversation with id ${id} not found`);
  return conversation;
}

function messageOf(location: Location, id: string): Message {
  const message = messagesIn(location).get(id);
  if (!message) throw fail(400, `Message with id ${id} not found`);
  return message;
}
