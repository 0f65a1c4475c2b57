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
    'HighLevel’s ID of the live chat visitor. Map it from the trigger or webhook that reported the chat: HighLevel’s API does not list visitors.',
  ),
  isTyping: choice('Indicator', { true: 'Typing', false: 'No longer typing' }).default('true'),
});

export default defineCreate({
  key: 'agent_typing_indicator',
  noun: 'Indicator',
  display: {
    label: 'Agent Typing Indicator',
    description: 'Shows a live chat visitor that an agent is typing, or has stopped.',
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
