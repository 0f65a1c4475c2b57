import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { contactId, conversationId } from '../../fields/ids.ts';
import { listIn } from '../../lib/api/answers.ts';
import { HighLevelError } from '../../lib/api/errors.ts';
import { search } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { fitsText } from '../../lib/texts.ts';
import { idOf } from '../../lib/values.ts';
import { conversationPages, conversations } from '../../records/conversations.ts';
import { isActivity, messagePages, messages, messagesRoute } from '../../records/messages.ts';
import { listedMessageTypes } from '../../records/messageTypes.ts';

const oneOfTwo = 'Choose a contact or a conversation.';

const input = zod
  .object({
    locationId,
    contactId: contactId.meta({ helpText: oneOfTwo }).optional(),
    conversationId: conversationId.meta({ helpText: oneOfTwo }).optional(),
    type: choice('Type', listedMessageTypes)
      .meta({ helpText: 'Leave this empty to find all messages, but no activities.' })
      .optional(),
    direction: choice('Direction', {
      inbound: 'From the contact',
      outbound: 'To the contact',
    }).optional(),
  })
  .refine((values) => values.contactId || values.conversationId, oneOfTwo);

const searchRoute = 'GET /conversations/search';

const findConversation = async (run: Run, contact: string | undefined): Promise<string> => {
  const page = conversationPages.params({ index: 0, size: 1, changed: false, last: undefined });
  const asked = { locationId: run.locationId, contactId: contact, ...page };
  const [found] = listIn(await run.call(searchRoute, asked), conversations);
  if (found) return String(idOf(found));
  throw new HighLevelError('not_found', 'This contact has no conversation.', { status: 404 });
};

export default defineSearch({
  key: 'find_messages',
  noun: 'Message',
  display: {
    label: 'Find Messages',
    description: 'Finds the latest messages of a contact or of a conversation.',
  },
  operation: search(messagesRoute, {
    input,
    request: async ({ contactId: contact, conversationId: chosen, type }, run) => ({
      conversationId: chosen ?? (await findConversation(run, contact)),
      type,
    }),
    record: messages,
    routes: [searchRoute],
    paging: messagePages,
    matches: (message, { type, direction }) =>
      (type !== undefined || !isActivity(message)) && fitsText(message.direction, direction),
  }),
});
