type MessageStatus =
  | 'connected'
  | 'delivered'
  | 'failed'
  | 'opened'
  | 'pending'
  | 'read'
  | 'scheduled'
  | 'sent'
  | 'undelivered'
  | 'clicked'
  | 'opt_out'
  | 'queued';

/** A message as it is stored. */
export type Message = {
  id: string;
  conversationId: string;
  contactId: string;
  locationId: string;
  messageType: string;
  direction: 'inbound' | 'outbound';
  status: MessageStatus | null;
  /** Why a message was not delivered; only then (api#delivery). */
  error?: unknown;
  body: string;
  contentType: string;
  attachments: string[];
  meta: Record<string, unknown>;
  source: 'workflow' | 'bulk_actions' | 'campaign' | 'api' | 'app';
  userId: string | null;
  dateAdded: number;
};

/** The numbers that stand for the types of messages (conversations.json, GetMessageResponseDto: `type`). */
export const TYPE_NUMBERS: Record<string, number> = {
  TYPE_CALL: 1,
  TYPE_SMS: 2,
  TYPE_EMAIL: 3,
  TYPE_LIVE_CHAT: 29,
  TYPE_WHATSAPP: 19,
  TYPE_ACTIVITY_CONTACT: 25,
  TYPE_ACTIVITY_OPPORTUNITY: 28,
  TYPE_ACTIVITY_APPOINTMENT: 31,
  TYPE_NO_SHOW: 9,
};
