import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { text } from '../../gateway/schemas.ts';
import { conversations } from '../../seed/conversations.ts';
import { conversationOf, version } from './access.ts';

const writing = { version, scopes: ['conversations.write'] };

/** Changes and deletes of a conversation. */
export const conversationRecords = [
  endpoint(
    'PUT /conversations/{conversationId}',
    {
      ...writing,
      body: zod.strictObject({
        // Required, though the path says which conversation (conversations.json).
        locationId: text,
        unreadCount: zod.number().optional(),
        starred: zod.boolean().optional(),
      }),
    },
    ({ path, body: { locationId: _, ...changes }, location, now }) => {
      const conversation = conversationOf(location, path.conversationId);
      Object.assign(conversation, changes, { dateUpdated: now });
      const iso = (moment: number) => new Date(moment).toISOString();
      return {
        success: true,
        conversation: {
          ...conversation,
          assignedTo: conversation.assignedTo ?? '',
          deleted: false,
          dateAdded: iso(conversation.dateAdded),
          dateUpdated: iso(now),
        },
      };
    },
  ),

  endpoint('DELETE /conversations/{conversationId}', writing, ({ path, location }) => {
    conversationOf(location, path.conversationId);
    conversations(location).delete(path.conversationId);
    return { success: true };
  }),
];
