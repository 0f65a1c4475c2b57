import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { contactId } from '../../fields/ids.ts';
import { HighLevelError } from '../../lib/api/errors.ts';
import { create } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import { conversation } from '../../records/conversations.ts';

const input = zod.object({ locationId, contactId });

const route = 'POST /conversations/';
const readRoute = 'GET /conversations/{conversationId}';

// A contact has one conversation, and nearly always has it already (api#first-conversation): then it is read.
const send = (run: Run, body: JsonObject) =>
  run.call(route, body).catch((error: unknown) => {
    const conversationId = error instanceof HighLevelError && error.facts.recordId;
    if (!conversationId) throw error;
    return run.call(readRoute, { conversationId });
  });

export default defineCreate({
  key: 'create_conversation',
  noun: 'Conversation',
  display: {
    label: 'Create Conversation',
    description: 'Creates a conversation with a contact, or returns the existing one.',
  },
  operation: create(route, { input, record: conversation, send, routes: [readRoute] }),
});
