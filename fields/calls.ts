import { locationId } from './common.ts';
import { callId, listConversationId } from './ids.ts';

/** Which call of which conversation; HighLevel knows a call as a message. */
export const callOfConversation = {
  locationId,
  conversationId: listConversationId,
  messageId: callId,
};
