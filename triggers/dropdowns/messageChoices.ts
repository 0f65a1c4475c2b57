import type { BasicPollingOperation } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import type { JsonObject } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import { messagePages, messagesRoute, readMessages } from '../../records/messages.ts';
import { messageTypeName } from '../../records/messageTypes.ts';
import { formatMoment, joinName, readCursorPage } from './cursorPages.ts';

const excerpt = (body: unknown) =>
  String(body ?? '')
    // Strangers write these, and the pattern takes its time for many a “<” that nothing closes.
    .slice(0, 1_000)
    .replaceAll(/<[^>]*>|\s+/g, ' ')
    .trim()
    .slice(0, 40);

/**
 * A dropdown of the chosen conversation’s messages: when, what, which way, and how it begins.
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
      if (!conversationId)
        refuse('Choose a “Conversation” first, so that its messages can be listed.');
      const { size } = messagePages;
      const load = (last: JsonObject | undefined) =>
        readMessages(run, { conversationId, type, limit: size, lastMessageId: last?.id });
      const records = await readCursorPage(run.bundle.meta.page ?? 0, size, load);
      return records.flatMap((message) => {
        const { dateAdded, messageType, direction, body } = message;
        const when = formatMoment(dateAdded, run);
        const parts = [when, messageTypeName(messageType), direction, excerpt(body)];
        return idsOf(message).map((id) => ({ id, name: joinName(id, parts) }));
      });
    },
    { canPaginate: true },
  );
