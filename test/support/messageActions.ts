import { addition, family, v2 } from './addition.ts';
import type { Addition } from './additions.ts';

const conversations = 'Conversations & Messages';
const sending = family(v2, 'conversations/message.write');
const marking = family(v2, 'conversations.write');
const make = addition('create');

/** What is done with messages and conversations, in the order of creates/index.ts. */
export const messageActions: Addition[] = [
  ...['Send SMS', 'Send Email', 'Send WhatsApp', 'Send Message'].map((label) =>
    make(label, conversations, 'POST /conversations/messages', sending),
  ),
  make('Add Inbound Message', conversations, 'POST /conversations/messages/inbound', sending),
  make(
    'Cancel Scheduled Message',
    conversations,
    'DELETE /conversations/messages/{messageId}/schedule',
    sending,
  ),
  make('Mark Conversation', conversations, 'PUT /conversations/{conversationId}', marking),
  make('Delete Conversation', conversations, 'DELETE /conversations/{conversationId}', marking),
];
