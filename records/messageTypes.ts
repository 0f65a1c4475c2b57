/** The types of messages (conversations.json, `messageType`) and what people call them. */
export const messageTypes = {
  TYPE_CALL: 'Call',
  TYPE_SMS: 'SMS',
  TYPE_RCS: 'RCS',
  TYPE_EMAIL: 'Email',
  TYPE_SMS_REVIEW_REQUEST: 'Review Request (SMS)',
  TYPE_WEBCHAT: 'Web Chat',
  TYPE_SMS_NO_SHOW_REQUEST: 'No-Show Request (SMS)',
  TYPE_CAMPAIGN_SMS: 'Campaign SMS',
  TYPE_CAMPAIGN_CALL: 'Campaign Call',
  TYPE_CAMPAIGN_EMAIL: 'Campaign Email',
  TYPE_CAMPAIGN_VOICEMAIL: 'Campaign Voicemail',
  TYPE_FACEBOOK: 'Facebook',
  TYPE_CAMPAIGN_FACEBOOK: 'Campaign Facebook Message',
  TYPE_CAMPAIGN_MANUAL_CALL: 'Campaign Manual Call',
  TYPE_CAMPAIGN_MANUAL_SMS: 'Campaign Manual SMS',
  TYPE_GMB: 'Google Business Message',
  TYPE_CAMPAIGN_GMB: 'Campaign Google Business Message',
  TYPE_REVIEW: 'Review',
  TYPE_INSTAGRAM: 'Instagram',
  TYPE_WHATSAPP: 'WhatsApp',
  TYPE_CUSTOM_SMS: 'Custom SMS',
  TYPE_CUSTOM_EMAIL: 'Custom Email',
  TYPE_CUSTOM_PROVIDER_SMS: 'Custom Provider SMS',
  TYPE_CUSTOM_PROVIDER_EMAIL: 'Custom Provider Email',
  TYPE_IVR_CALL: 'IVR Call',
  TYPE_ACTIVITY_CONTACT: 'Contact Activity',
  TYPE_ACTIVITY_INVOICE: 'Invoice Activity',
  TYPE_ACTIVITY_PAYMENT: 'Payment Activity',
  TYPE_ACTIVITY_OPPORTUNITY: 'Opportunity Activity',
  TYPE_LIVE_CHAT: 'Live Chat',
  TYPE_LIVE_CHAT_INFO_MESSAGE: 'Live Chat Info',
  TYPE_ACTIVITY_APPOINTMENT: 'Appointment Activity',
  TYPE_FACEBOOK_COMMENT: 'Facebook Comment',
  TYPE_INSTAGRAM_COMMENT: 'Instagram Comment',
  TYPE_CUSTOM_CALL: 'Custom Call',
  TYPE_INTERNAL_COMMENT: 'Internal Comment',
  TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG: 'Employee Action',
  TYPE_TIKTOK: 'TikTok',
  TYPE_TIKTOK_COMMENT: 'TikTok Comment',
  TYPE_ACTIVITY_WHATSAPP: 'WhatsApp Activity',
  TYPE_FORM_SUBMISSION: 'Form Submission',
  TYPE_SMS_REACTION: 'SMS Reaction',
} as const;

/** The types by which `GET /conversations/{conversationId}/messages` can filter: fewer, and comments with an s. */
export const listedMessageTypes = {
  TYPE_CALL: 'Calls',
  TYPE_SMS: 'SMS',
  TYPE_RCS: 'RCS',
  TYPE_EMAIL: 'Emails',
  TYPE_FACEBOOK: 'Facebook',
  TYPE_GMB: 'Google Business Messages',
  TYPE_INSTAGRAM: 'Instagram',
  TYPE_WHATSAPP: 'WhatsApp',
  TYPE_LIVE_CHAT: 'Live Chat',
  TYPE_TIKTOK: 'TikTok',
  TYPE_INTERNAL_COMMENTS: 'Internal Comments',
  TYPE_FORM_SUBMISSION: 'Form Submissions',
  TYPE_ACTIVITY_APPOINTMENT: 'Appointment Activities',
  TYPE_ACTIVITY_CONTACT: 'Contact Activities',
  TYPE_ACTIVITY_INVOICE: 'Invoice Activities',
  TYPE_ACTIVITY_PAYMENT: 'Payment Activities',
  TYPE_ACTIVITY_OPPORTUNITY: 'Opportunity Activities',
  TYPE_ACTIVITY_WHATSAPP: 'WhatsApp Activities',
  TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG: 'Employee Actions',
} as const;

/** The types of conversations, as a text (search) or a number (single; conversations.json, GetConversationByIdResponse). */
const conversationTypes: Record<string, string> = {
  1: 'Phone',
  2: 'Email',
  3: 'Facebook Messenger',
  4: 'Review',
  5: 'Group SMS',
  6: 'Internal Chat',
  TYPE_PHONE: 'Phone',
  TYPE_EMAIL: 'Email',
  TYPE_FB_MESSENGER: 'Facebook Messenger',
  TYPE_REVIEW: 'Review',
  TYPE_GROUP_SMS: 'Group SMS',
};

/** `TYPE_NO_SHOW` as “No Show”: HighLevel has types that its document leaves out (api#first-conversation). */
const spellOut = (type: unknown): string | null =>
  typeof type === 'string' && type
    ? type
        .replace(/^TYPE_/, '')
        .toLowerCase()
        .replaceAll(
          /(^|_)([a-z])/g,
          (_, gap: string, letter: string) => `${gap ? ' ' : ''}${letter.toUpperCase()}`,
        )
    : null;

const own = (names: Record<string, string>, type: unknown): string | undefined =>
  Object.hasOwn(names, String(type)) ? names[String(type)] : undefined;

/** What app webhooks call channels otherwise than the API its types (webhook-events, InboundMessage). */
const channels: Record<string, string> = { FB: 'TYPE_FACEBOOK', IG: 'TYPE_INSTAGRAM' };

/** The type of a channel: `TYPE_LIVE_CHAT` for “Live Chat”. */
const typeOfChannel = (channel: unknown): string =>
  own(channels, channel) ?? `TYPE_${String(channel).toUpperCase().replaceAll(' ', '_')}`;

/** What people call a type of message, or a channel of an app webhook; null without one. */
export const messageTypeName = (type: unknown): string | null =>
  own(messageTypes, type) ?? own(messageTypes, typeOfChannel(type)) ?? spellOut(type);

/** What people call a type of conversation; null without one. */
export const conversationTypeName = (type: unknown): string | null =>
  own(conversationTypes, type) ?? spellOut(type);
