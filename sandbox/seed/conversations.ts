import { collection, perPlace } from '../state/collection.ts';
import type { Location } from '../state/state.ts';
import { type Contact, contacts } from './contacts.ts';

/** A conversation as kept; search and single endpoint show it in different shapes (reality d.7). */
export type Conversation = {
  id: string;
  contactId: string;
  locationId: string;
  /** 1 phone, 2 e-mail, 3 Facebook Messenger, 4 review, 5 group SMS (conversations.json). */
  type: 1 | 2 | 3 | 4 | 5;
  unreadCount: number;
  starred: boolean;
  assignedTo: string | null;
  followers: string[];
  dateAdded: number;
  dateUpdated: number;
};

export type MessageStatus =
  | 'connected'
  | 'delivered'
  | 'failed'
  | 'opened'
  | 'pending'
  | 'read'
  | 'scheduled'
  | 'sent'
  | 'undelivered'
  | 'clicked'
  | 'opt_out'
  | 'queued';

/** A message as kept. */
export type Message = {
  id: string;
  conversationId: string;
  contactId: string;
  locationId: string;
  messageType: string;
  direction: 'inbound' | 'outbound';
  status: MessageStatus | null;
  /** Why a message was not delivered; only then (reality d.0 ⚡12). */
  error?: unknown;
  body: string;
  contentType: string;
  attachments: string[];
  meta: Record<string, unknown>;
  source: 'workflow' | 'bulk_actions' | 'campaign' | 'api' | 'app';
  userId: string | null;
  dateAdded: number;
};

/** An e-mail inside a message of type TYPE_EMAIL (conversations.json, GetEmailMessageResponseDto). */
export type Email = {
  id: string;
  threadId: string;
  subject: string;
  body: string;
  direction: 'inbound' | 'outbound';
  status: string;
  from: string;
  to: string[];
  dateAdded: number;
};

/** A sentence of a transcription (conversations.json), with a speaker beside it. */
export type Sentence = {
  mediaChannel: number;
  speaker: number;
  sentenceIndex: number;
  startTime: number;
  endTime: number;
  transcript: string;
  confidence: number;
};

/** The numbers that stand for the types of messages (conversations.json, GetMessageResponseDto: `type`). */
export const TYPE_NUMBERS: Record<string, number> = {
  TYPE_CALL: 1,
  TYPE_SMS: 2,
  TYPE_EMAIL: 3,
  TYPE_LIVE_CHAT: 29,
  TYPE_WHATSAPP: 19,
  TYPE_ACTIVITY_CONTACT: 25,
  TYPE_ACTIVITY_OPPORTUNITY: 28,
  TYPE_ACTIVITY_APPOINTMENT: 31,
  TYPE_NO_SHOW: 9,
};

const MINUTE = 60_000;
const SEEDED = 120;

/** What is said in the seeded conversations, oldest first, by turns. */
const THREADS: Partial<Message>[][] = [
  [
    { messageType: 'TYPE_ACTIVITY_APPOINTMENT', body: 'Appointment booked' },
    { messageType: 'TYPE_SMS', direction: 'inbound', body: 'Can I come on Friday?' },
    { messageType: 'TYPE_SMS', body: 'Friday at 10 is free.', status: 'delivered' },
  ],
  Array.from({ length: 130 }, (_, i) =>
    i % 10 === 9
      ? { messageType: 'TYPE_ACTIVITY_OPPORTUNITY', body: 'Opportunity updated' }
      : { messageType: 'TYPE_SMS', direction: i % 2 ? 'inbound' : 'outbound', body: `Text ${i}` },
  ),
  [
    { messageType: 'TYPE_SMS', body: 'I have sent you the plan by e-mail.' },
    { messageType: 'TYPE_EMAIL', body: 'Your treatment plan', status: 'opened' },
  ],
  [
    { messageType: 'TYPE_ACTIVITY_CONTACT', body: 'Contact created' },
    {
      messageType: 'TYPE_CALL',
      direction: 'inbound',
      meta: { call: { duration: 42, status: 'completed' } },
    },
  ],
  [
    {
      messageType: 'TYPE_WHATSAPP',
      direction: 'inbound',
      body: 'Here is my insurance card.',
      attachments: ['https://storage.example/insurance-card.jpg'],
    },
  ],
  [
    { messageType: 'TYPE_CALL', meta: { call: { duration: 0, status: 'no-answer' } } },
    {
      messageType: 'TYPE_SMS',
      body: 'We could not reach you.',
      status: 'failed',
      error: 'No numbers available in the account. Please purchase a number.',
    },
  ],
  [{ messageType: 'TYPE_LIVE_CHAT', direction: 'inbound', body: 'Are you open on Sunday?' }],
];

const threadOf = (index: number): Partial<Message>[] => THREADS[index % THREADS.length] ?? [];

/** When the last word of a seeded conversation was said, in days before now. */
const lastSaid = (index: number): number => index / 3 + 0.02;

/** The conversations of the newest contacts, the one with the latest message first. */
const seeded = collection<Conversation>('conversations', ({ place, id, ago }) =>
  Array.from({ length: place.isMain ? SEEDED : 3 }, (_, i) => i).flatMap((i) => {
    const contact = contacts(place).seededAt(i);
    if (!contact) return [];
    const last = ago(lastSaid(i));
    return {
      id: id(i),
      contactId: contact.id,
      locationId: place.id,
      type: threadOf(i).some(({ messageType }) => messageType === 'TYPE_EMAIL') ? 2 : 1,
      unreadCount: i % 3,
      starred: i % 5 === 0,
      assignedTo: contact.assignedTo,
      followers: [],
      dateAdded: last - (threadOf(i).length + 1) * MINUTE,
      dateUpdated: last,
    };
  }),
);

/** The messages of a sub-account. */
export const messages = collection<Message>('messages', ({ place, id }) =>
  [...seeded(place).values()].flatMap((conversation, i) =>
    threadOf(i).map((said, j, all) => ({
      id: id(i, j),
      conversationId: conversation.id,
      contactId: conversation.contactId,
      locationId: place.id,
      messageType: 'TYPE_SMS',
      direction: 'outbound' as const,
      status: 'sent' as const,
      body: '',
      contentType: said.messageType === 'TYPE_EMAIL' ? 'text/html' : 'text/plain',
      attachments: [],
      meta: said.messageType === 'TYPE_EMAIL' ? { email: { messageIds: [id('email', i, j)] } } : {},
      source: 'app' as const,
      userId: null,
      dateAdded: conversation.dateUpdated - (all.length - 1 - j) * MINUTE,
      ...said,
    })),
  ),
);

/** The e-mails inside messages: their bodies are nowhere else (reality d.7 #40). */
export const emails = collection<Email>('emails', ({ place }) =>
  [...messages(place).values()].flatMap((message) => {
    const { messageIds = [] } = (message.meta.email ?? {}) as { messageIds?: string[] };
    const contact = contacts(place).get(message.contactId);
    return messageIds.map((emailId) => ({
      id: emailId,
      threadId: message.id,
      subject: message.body,
      body: `<p>Dear ${contact?.firstName}, please find enclosed: ${message.body}.</p>`,
      direction: message.direction,
      status: 'opened',
      from: 'Bright Smile Dental <office@brightsmiledental.example>',
      to: [contact?.email ?? 'nobody@example.com'],
      dateAdded: message.dateAdded,
    }));
  }),
);

/** A real sound file: a tone of so many milliseconds (RIFF WAVE, 8 kHz, 8 bit, mono). */
export function tone(milliseconds: number): Buffer {
  const samples = milliseconds * 8;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); // PCM
  head.writeUInt16LE(1, 22); // mono
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  const wave = Array.from({ length: samples }, (_, i) => 128 + Math.round(100 * Math.sin(i / 3)));
  return Buffer.concat([head, Buffer.from(wave)]);
}

const answered = (location: Location): string[] =>
  [...messages(location).values()]
    .filter(({ meta }) => (meta.call as { status?: string } | undefined)?.status === 'completed')
    .map(({ id }) => id);

/** The recordings by message; an unanswered call has none. */
export const recordings = perPlace(
  (location: Location) => new Map(answered(location).map((id) => [id, tone(100)])),
);

const SAID = [
  'This call may be recorded for quality assurance purposes.',
  'Good morning, I would like to move my appointment.',
  'Of course. Does Thursday at ten suit you?',
];

/** The transcriptions by message. */
export const transcripts = perPlace(
  (location: Location) =>
    new Map<string, Sentence[]>(
      answered(location).map((id) => [
        id,
        SAID.map((transcript, i) => ({
          mediaChannel: i % 2,
          speaker: i % 2,
          sentenceIndex: i,
          startTime: i * 4_000,
          endTime: i * 4_000 + 3_200,
          transcript,
          confidence: 0.93,
        })),
      ]),
    ),
);

const made = perPlace((_: Location) => new Map<string, Conversation>());

const opened = (location: Location, contact: Contact): Conversation => ({
  id: `${contact.id.slice(0, 16)}conv`,
  contactId: contact.id,
  locationId: location.id,
  type: 1,
  unreadCount: 0,
  starred: false,
  assignedTo: contact.assignedTo,
  followers: [],
  dateAdded: contact.dateAdded,
  dateUpdated: contact.dateAdded,
});

/** The conversations now: a new contact brings one (reality d.7), a deleted contact takes its own along. */
export function conversations(location: Location): Map<string, Conversation> {
  const store = contacts(location);
  const all = seeded(location);
  const known = new Set([...all.values()].map(({ contactId }) => contactId));
  for (const contact of store.written()) {
    if (known.has(contact.id) || made(location).has(contact.id)) continue;
    const conversation = opened(location, contact);
    made(location).set(contact.id, conversation);
    all.set(conversation.id, conversation);
  }
  for (const { id, contactId } of all.values()) if (!store.get(contactId)) all.delete(id);
  return all;
}

/** The messages of a conversation, newest first. */
export const messagesOf = (location: Location, conversationId: string): Message[] =>
  [...messages(location).values()]
    .filter((message) => message.conversationId === conversationId)
    .sort((a, b) => b.dateAdded - a.dateAdded);

/** A text message that comes in: what happens in HighLevel without the API. */
export function receive(location: Location, conversationId: string, body: string): Message {
  const conversation = conversations(location).get(conversationId);
  if (!conversation) throw new Error(`There is no conversation ${conversationId}.`);
  const message: Message = {
    id: location.state.newId(),
    conversationId,
    contactId: conversation.contactId,
    locationId: location.id,
    messageType: 'TYPE_SMS',
    direction: 'inbound',
    status: 'delivered',
    body,
    contentType: 'text/plain',
    attachments: [],
    meta: {},
    source: 'app',
    userId: null,
    dateAdded: location.state.now(),
  };
  messages(location).set(message.id, message);
  conversation.unreadCount += 1;
  conversation.dateUpdated = message.dateAdded;
  return message;
}
