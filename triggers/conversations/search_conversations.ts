import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { conversationPages, conversations } from '../../records/conversations.ts';
import { conversationFilters } from './conversationFilters.ts';

const input = zod
  .object({ locationId, ...conversationFilters })
  .refine(
    ({ assignedTo, unassigned }) => !(assignedTo && unassigned),
    'Choose “Assigned Users” or “Only Unassigned”, not both.',
  );

/** The filters as the endpoint takes them: ids separated by commas, “unassigned” in place of a user. */
const asQuery = ({
  assignedTo,
  unassigned,
  followers,
  mentions,
  ...filters
}: zod.output<typeof input>) => ({
  ...filters,
  assignedTo: unassigned ? 'unassigned' : assignedTo?.join(','),
  followers: followers?.join(','),
  mentions: mentions?.join(','),
});

export default defineTrigger({
  key: 'search_conversations',
  noun: 'Conversation',
  display: {
    label: 'Search Conversations',
    description: 'Triggers when a conversation that matches your search starts or gets a message.',
  },
  operation: trigger('GET /conversations/search', {
    input,
    request: asQuery,
    record: conversations,
    paging: conversationPages,
  }),
});
