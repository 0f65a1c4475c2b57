import type { BasicPollingOperation } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import type { JsonObject } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import { messagePages, messagesRoute, readMessages } from '../../records/messages.ts';
import { messageTypeName } from '../../records/messageTypes.ts';
import { readCursorPage } from './cursorPages.ts';
import { excerpt, formatMoment, joinParts } from './names.ts';

/**
 * A dropdown of the chosen conversation’s messages: each by its date, type, direction and first words.
 * @param type only messages of this type
 * @param idsOf the ids that a message stands for
 */
export const messageChoices = (
  type?: string,
  idsOf: (message: JsonObject) => string[] = ({ id }) => [String(id)],
): BasicPollingOperation =>
  choicesFrom(
    [messagesRoute],
    async (run) => {
      const { conversationId } = run.bundle.inputData;
      if (!conversationId) refuse('Choose a “Conversation” first to list its messages.');
      const { size } = messagePages;
      const load = (last: JsonObject | undefined) =>
        readMessages(run, { conversationId, type, limit: size, lastMessageId: last?.id });
      const name = `messages:${conversationId}:${type ?? ''}`;
      const records = await readCursorPage(run, { name, size, cursor: ['id'], load });
      return records.flatMap((message) => {
        const { dateAdded, messageType, direction, body } = message;
        const when = formatMoment(dateAdded, run);
        const title = joinParts([when, messageTypeName(messageType), direction, excerpt(body, 40)]);
        return idsOf(message).map((id) => ({ id, name: title || id }));
      });
    },
    { canPaginate: true },
  );
