import { listIn } from '../lib/api/answers.ts';
import type { Paging } from '../lib/polling/paging.ts';
import { type RecordType, record } from '../lib/record.ts';
import { asObject } from '../lib/values.ts';
import { messageStatement } from './messages.ts';

/** Where the messages of the whole sub-account are listed. */
export const exportRoute = 'GET /conversations/messages/export';

/**
 * The messages of a sub-account (conversations.json, ExportMessagesResponseDto). The cursor stands beside the list: each
 * message takes it along to the next page.
 */
export const exportedMessages: RecordType = record({
  ...messageStatement,
  many: 'messages',
  sample: { ...messageStatement.sample, error: 'No numbers available in the account.' },
  parse: (answer) => {
    const { nextCursor: cursor } = asObject(answer);
    return listIn(answer, exportedMessages).map((one) => ({ ...one, cursor }));
  },
  complete: (records) =>
    messageStatement.complete(records).map(({ cursor: _, meta: __, ...one }) => one),
});

/** `GET /conversations/messages/export`: newest first, page after page by its cursor. */
export const exportPages: Paging = {
  size: 100,
  newest: { new: 'dateAdded' },
  // The page has ten messages at least.
  params: ({ size, last }) => ({
    limit: Math.max(10, size),
    sortBy: 'createdAt',
    sortOrder: 'desc',
    cursor: last?.cursor || undefined,
  }),
  more: (answer) => Boolean(asObject(answer).nextCursor),
};
