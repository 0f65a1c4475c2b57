import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { limit, optionalText, text } from '../../gateway/schemas.ts';
import type { IndexedConversation } from '../../seed/conversationIndex.ts';
import { conversationIndex } from '../../seed/conversations.ts';
import { existing } from '../records.ts';
import { isAmong, reading } from './access.ts';
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
  /** Taken and ignored (reality d.7, PC). */
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

/** What the query demands; what it leaves out is not looked at. */
function testsOf(query: Query): Test[] {
  const words = query.query?.toLowerCase();
  const { startDate = 0, endDate = Number.POSITIVE_INFINITY } = query;
  // Nobody is scored here: every score is 0.
  const isScored = (query.scoreProfileMin ?? 0) <= 0 && (query.scoreProfileMax ?? 0) >= 0;
  const tests: (Test | false | undefined | '')[] = [
    query.id !== undefined && (({ conversation: { id } }) => isAmong(query.id, id)),
    query.contactId !== undefined &&
      (({ conversation: { contactId } }) => isAmong(query.contactId, contactId)),
    query.assignedTo !== undefined &&
      (({ conversation }) => isAmong(query.assignedTo, conversation.assignedTo ?? 'unassigned')),
    query.followers !== undefined &&
      (({ conversation }) => isAmong(query.followers, ...conversation.followers)),
    query.mentions !== undefined && (() => isAmong(query.mentions)),
    words && (({ text }) => text.includes(words)),
    query.lastMessageType !== undefined &&
      ((entry) => isAmong(query.lastMessageType, lastOf(entry).type)),
    query.lastMessageAction && ((entry) => lastOf(entry).action === query.lastMessageAction),
    query.lastMessageDirection &&
      ((entry) => lastOf(entry).direction === query.lastMessageDirection),
    STATUS_TESTS[query.status],
    ({ conversation: { dateAdded } }) => isScored && dateAdded >= startDate && dateAdded <= endDate,
  ];
  return tests.filter((test) => typeof test === 'function');
}

export const conversationSearch = [
  endpoint(
    'GET /conversations/search',
    { ...reading, query: searchQuery },
    ({ query, location }) => {
      const sign = query.sort === 'asc' ? 1 : -1;
      const { startAfterDate: after, limit: size } = query;
      const tests = testsOf(query);
      const page: IndexedConversation[] = [];
      let total = 0;
      for (const entry of conversationIndex(location).inOrder(query.sort)) {
        if (!tests.every((test) => test(entry))) continue;
        total++;
        const isLater = after === undefined || sign * (entry.lastMessageDate - after) > 0;
        if (isLater && page.length < size) page.push(entry);
      }
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
];
