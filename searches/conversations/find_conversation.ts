import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { contactId } from '../../fields/ids.ts';
import { search } from '../../lib/operations.ts';
import { conversationPages, conversations } from '../../records/conversations.ts';

const input = zod.object({
  locationId,
  contactId,
  status: choice('Status', {
    all: 'All',
    read: 'Read',
    unread: 'Unread',
    starred: 'Starred',
  }).default('all'),
});

export default defineSearch({
  key: 'find_conversation',
  noun: 'Conversation',
  display: { label: 'Find Conversation', description: 'Finds the conversation with a contact.' },
  operation: search('GET /conversations/search', {
    input,
    record: conversations,
    paging: conversationPages,
  }),
});
