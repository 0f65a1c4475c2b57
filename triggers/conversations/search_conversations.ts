import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { asSearched, conversationFilters } from '../../fields/conversations.ts';
import { trigger } from '../../lib/operations.ts';
import { conversationPages, conversations } from '../../records/conversations.ts';

const input = zod
  .object({ locationId, ...conversationFilters })
  .refine(
    ({ assignedTo, unassigned }) => !(assignedTo && unassigned),
    'Choose “Assigned Users” or “Only Unassigned”, not both.',
  )
  .transform(asSearched);

export default defineTrigger({
  key: 'search_conversations',
  noun: 'Conversation',
  display: {
    label: 'Search Conversations',
    description: 'Triggers when a conversation that fits your search is new or gets a message.',
  },
  operation: trigger('GET /conversations/search', {
    input,
    record: conversations,
    paging: conversationPages,
  }),
});
