import { defineTrigger } from 'zapier-platform-core';
import { listIn } from '../../lib/api/answers.ts';
import { choicesFrom } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import { conversationPages, conversations } from '../../records/conversations.ts';
import { readCursorPage } from './cursorPages.ts';
import { formatMoment, joinParts } from './names.ts';

const route = 'GET /conversations/search';

const readChoices = async (run: Run) => {
  const { size, params } = conversationPages;
  const load = async (last: JsonObject | undefined) => {
    const page = params({ index: 0, size, changed: false, last });
    const answer = await run.call(route, { locationId: run.locationId, ...page });
    return listIn(answer, conversations);
  };
  const cursor = ['sort', 'lastMessageDate'];
  const records = await readCursorPage(run, { name: 'conversations', size, cursor, load });
  return records.map(({ id, contactName, fullName, email, phone, lastMessageDate }) => {
    const who = contactName || fullName || email || phone;
    const name = joinParts([who, formatMoment(lastMessageDate, run)]);
    return { id: String(id), name: name || String(id) };
  });
};

export default defineTrigger({
  key: 'list_conversation_choices',
  noun: 'Conversation',
  display: {
    label: 'List Conversation Choices',
    description: 'Fills the dropdown of conversations.',
    hidden: true,
  },
  operation: choicesFrom([route], readChoices, { canPaginate: true }),
});
