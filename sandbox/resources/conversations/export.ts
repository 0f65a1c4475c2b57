import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { optionalText, text } from '../../gateway/schemas.ts';
import type { Message } from '../../seed/message.ts';
import { messages } from '../../seed/messages.ts';
import { compareIds } from '../../state/sortedList.ts';
import { readingMessages } from './access.ts';
import { shownMessage } from './shown.ts';

const CHANNELS: Record<string, string[]> = {
  Call: ['TYPE_CALL', 'TYPE_IVR_CALL', 'TYPE_CUSTOM_CALL'],
  SMS: ['TYPE_SMS', 'TYPE_CUSTOM_SMS'],
  Email: ['TYPE_EMAIL'],
  WhatsApp: ['TYPE_WHATSAPP'],
  Instagram: ['TYPE_INSTAGRAM'],
  Facebook: ['TYPE_FACEBOOK'],
};

/** Without a channel, all but emails; activities are among them (conversations.json). */
const isIn = (channel: string | undefined, { messageType }: Message): boolean =>
  channel ? (CHANNELS[channel] ?? []).includes(messageType) : messageType !== 'TYPE_EMAIL';

const cursorOf = ({ id, dateAdded }: Message): string =>
  Buffer.from(JSON.stringify([dateAdded, id])).toString('base64url');

/** The place behind a cursor among messages in order. */
function placeOf(cursor: string, all: Message[]): number {
  const [dateAdded, id] = parseCursor(cursor);
  const place = all.findIndex((one) => one.dateAdded === dateAdded && one.id === id);
  return place < 0 ? all.length : place + 1;
}

function parseCursor(cursor: string): [number, string] {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw fail(400, 'Invalid cursor');
  }
}

export const messageExport = [
  /** The messages of the whole sub-account, page by page behind a cursor (conversations.json, ExportMessagesResponseDto). */
  endpoint(
    'GET /conversations/messages/export',
    {
      ...readingMessages,
      query: zod.strictObject({
        locationId: text,
        limit: zod.coerce.number().int().min(10).max(500).default(100),
        cursor: optionalText,
        sortBy: zod.enum(['createdAt', 'updatedAt']).default('createdAt'),
        sortOrder: zod.enum(['asc', 'desc']).default('desc'),
        conversationId: optionalText,
        contactId: optionalText,
        channel: zod.enum(Object.keys(CHANNELS) as [string, ...string[]]).optional(),
        startDate: optionalText,
        endDate: optionalText,
      }),
    },
    ({ query, location }) => {
      const direction = query.sortOrder === 'asc' ? 1 : -1;
      const all = [...messages(location).values()]
        .filter((message) => isIn(query.channel, message))
        .filter(({ conversationId: id }) => !query.conversationId || id === query.conversationId)
        .filter(({ contactId: id }) => !query.contactId || id === query.contactId)
        .sort((a, b) => direction * (a.dateAdded - b.dateAdded || compareIds(a, b)));
      const start = query.cursor ? placeOf(query.cursor, all) : 0;
      const page = all.slice(start, start + query.limit);
      const last = page.at(-1);
      const hasMore = last !== undefined && start + page.length < all.length;
      return {
        messages: page.map(shownMessage),
        nextCursor: hasMore ? cursorOf(last) : null,
        total: all.length,
      };
    },
  ),
];
