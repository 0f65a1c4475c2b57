import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { limit, optionalText, text } from '../../gateway/schemas.ts';
import { contacts } from '../../seed/contacts.ts';
import type { IndexedConversation } from '../../seed/conversationIndex.ts';
import { conversationIndex, conversations, openConversation } from '../../seed/conversations.ts';
import { findPage } from '../../state/page.ts';
import { existing, iso } from '../records.ts';
import { amongTest, reading, version } from './access.ts';
import { foundConversation, lastOf, wholeConversation } from './shown.ts';

const searchQuery = zod.strictObject({
  locationId: text,
  contactId: optionalText,
  assignedTo: optionalText,
  followers: optionalText,
  mentions: optionalText,
  query: optionalText,
  sort: zod.enum(['asc', 'desc']).default('desc'),
  startAfterDate: zod.coerce.number().optional(),
  /** Taken and ignored (api#conversation-cursor). */
  startAfterId: optionalText,
  id: optionalText,
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
  sortScoreProfile: optionalText,
  scoreProfile: optionalText,
  scoreProfileMin: zod.coerce.number().optional(),
  scoreProfileMax: zod.coerce.number().optional(),
  startDate: zod.coerce.number().optional(),
  endDate: zod.coerce.number().optional(),
});

type Query = zod.output<typeof searchQuery>;
type Test = (entry: IndexedConversation) => boolean;

const STATUS_TESTS: Partial<Record<Query['status'], Test>> = {
  unread: ({ conversation }) => conversation.unreadCount > 0,
  read: ({ conversation }) => conversation.unreadCount === 0,
  starred: ({ conversation }) => conversation.starred,
};

/** A test by a list with commas, if the query has it. */
const listed = (list: string | undefined, valuesOf: (entry: IndexedConversation) => string[]) => {
  if (list === undefined) return undefined;
  const isListed = amongTest(list);
  return (entry: IndexedConversation) => valuesOf(entry).some(isListed);
};

/** What the query demands; undefined if it demands nothing. */
function testOf(query: Query): Test | undefined {
  const words = query.query?.toLowerCase();
  const { startDate, endDate, lastMessageAction, lastMessageDirection } = query;
  // Nobody is scored here: every score is 0.
  const isScored = (query.scoreProfileMin ?? 0) <= 0 && (query.scoreProfileMax ?? 0) >= 0;
  const tests: (Test | false | undefined | '')[] = [
    listed(query.id, ({ conversation }) => [conversation.id]),
    listed(query.contactId, ({ conversation }) => [conversation.contactId]),
    listed(query.assignedTo, ({ conversation }) => [conversation.assignedTo ?? 'unassigned']),
    listed(query.followers, ({ conversation }) => conversation.followers),
    listed(query.mentions, () => []),
    listed(query.lastMessageType, (entry) => [lastOf(entry).type]),
    words && (({ text }) => text.includes(words)),
    lastMessageAction && ((entry) => lastOf(entry).action === lastMessageAction),
    lastMessageDirection && ((entry) => lastOf(entry).direction === lastMessageDirection),
    STATUS_TESTS[query.status],
    !isScored && (() => false),
    startDate !== undefined && (({ conversation }) => conversation.dateAdded >= startDate),
    endDate !== undefined && (({ conversation }) => conversation.dateAdded <= endDate),
  ];
  const needed = tests.filter((test) => typeof test === 'function');
  return needed.length > 0 ? (entry) => needed.every((test) => test(entry)) : undefined;
}

export const conversationSearch = [
  endpoint(
    'GET /conversations/search',
    { ...reading, query: searchQuery },
    ({ query, location }) => {
      const sign = query.sort === 'asc' ? 1 : -1;
      const { startAfterDate: after, limit: take } = query;
      const index = conversationIndex(location);
      const isAfter: Test | undefined =
        after === undefined ? undefined : (entry) => sign * (entry.lastMessageDate - after) > 0;
      const { page, total } = findPage(
        index.inOrder(query.sort),
        testOf(query),
        { isAfter, skip: 0, take },
        index.size,
      );
      return { conversations: page.map(foundConversation), total };
    },
  ),

  endpoint(
    'GET /conversations/{conversationId}',
    reading,
    ({ path: { conversationId }, location }) =>
      wholeConversation(
        existing(conversationIndex(location).get(conversationId), 'Conversation', conversationId),
      ),
  ),

  /** A contact has one conversation, from the start: making another is refused (api#first-conversation). */
  endpoint(
    'POST /conversations/',
    {
      version,
      scopes: ['conversations.write'],
      status: 201,
      body: zod.strictObject({ locationId: text, contactId: text }),
    },
    ({ body, location }) => {
      existing(contacts(location).get(body.contactId), 'Contact', body.contactId);
      const known = [...conversations(location).values()].find(
        ({ contactId }) => contactId === body.contactId,
      );
      if (known)
        throw fail(400, {
          statusCode: 400,
          message: 'Conversation already exists',
          canonicalCode: 'CONVERSATIONS_CONVERSATION_ALREADY_EXISTS',
          conversationId: known.id,
        });
      const { id, contactId, locationId, dateAdded, dateUpdated } = openConversation(
        location,
        body.contactId,
      );
      const conversation = { id, contactId, locationId, deleted: false };
      return {
        success: true,
        conversation: {
          ...conversation,
          dateAdded: iso(dateAdded),
          dateUpdated: iso(dateUpdated),
          lastMessageDate: iso(dateUpdated),
        },
      };
    },
  ),
];
