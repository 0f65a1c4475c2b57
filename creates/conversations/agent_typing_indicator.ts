import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId, text } from '../../fields/common.ts';
import { conversationId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { done } from '../../records/outcomes.ts';

const input = zod.object({
  locationId,
  conversationId,
  visitorId: text(
    'Live Chat Visitor',
    'The ID that HighLevel gave the visitor of the live chat, from the trigger or webhook that reported the chat. HighLevel’s API has no list of visitors.',
  ),
  isTyping: choice('Indicator', { true: 'Typing', false: 'Not typing any more' }).default('true'),
});

export default defineCreate({
  key: 'agent_typing_indicator',
  noun: 'Indicator',
  display: {
    label: 'Agent Typing Indicator',
    description: 'Shows the visitor of a live chat that somebody is typing, or hides it again.',
  },
  operation: create('POST /conversations/providers/live-chat/typing', {
    input,
    record: done('indicator', {
      conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
      visitorId: 've9EPM428h8vShlRW1KT',
      isTyping: 'true',
    }),
  }),
});
