/** What HighLevel says of a record that is there already. */
import { asObject, type JsonObject } from '../values.ts';

interface Refusal {
  status: number;
  /** The members of the answer’s body. */
  body: JsonObject;
}

/** Of which contact a new one would be a duplicate (api#duplicate-contact). */
export const duplicateOf = ({ status, body }: Refusal): JsonObject | undefined => {
  const { contactId, matchingField } = asObject(body.meta);
  return status === 400 && contactId ? { contactId, matchingField } : undefined;
};

/** Whether the contact has an opportunity in the pipeline already (api#duplicate-opportunity). */
export const isSecondOpportunity = ({ status, body }: Refusal): boolean =>
  status === 400 && [body.code, body.canonicalCode].includes('OPPORTUNITY_NO_DUPLICATE');

/** Whether the contact has a conversation already (api#first-conversation). */
export const isSecondConversation = ({ status, body }: Refusal): boolean =>
  status === 400 && body.canonicalCode === 'CONVERSATIONS_CONVERSATION_ALREADY_EXISTS';

/** The id of the record that is there already, if HighLevel says it. */
export const existingId = (answer: Refusal): string | undefined => {
  const { contactId, existingId: other } = asObject(answer.body.meta);
  const id = other || contactId || (isSecondConversation(answer) && answer.body.conversationId);
  return id ? String(id) : undefined;
};
