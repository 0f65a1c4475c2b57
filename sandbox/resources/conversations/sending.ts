import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { optionalText, text } from '../../gateway/schemas.ts';
import { contacts } from '../../seed/contacts.ts';
import { conversations } from '../../seed/conversations.ts';
import { emails } from '../../seed/emails.ts';
import type { Message } from '../../seed/message.ts';
import { messages } from '../../seed/messages.ts';
import type { Location } from '../../state/state.ts';
import { existing } from '../records.ts';
import { conversationOf, messageOf, version } from './access.ts';

const sending = { version, scopes: ['conversations/message.write'] };

/** The word of a request for a channel → that of a message. */
const typeOf: Record<string, string> = {
  SMS: 'TYPE_SMS',
  RCS: 'TYPE_RCS',
  Email: 'TYPE_EMAIL',
  WhatsApp: 'TYPE_WHATSAPP',
  IG: 'TYPE_INSTAGRAM',
  FB: 'TYPE_FACEBOOK',
  Live_Chat: 'TYPE_LIVE_CHAT',
  TIKTOK: 'TYPE_TIKTOK',
  Custom: 'TYPE_CUSTOM_PROVIDER_SMS',
};

const list = zod.array(zod.string()).optional();

/** Seconds: what looks like milliseconds is refused. */
const moment = zod
  .number()
  .max(10_000_000_000, 'scheduledTimestamp must be in seconds, not in milliseconds')
  .optional();

const outgoing = zod.strictObject({
  type: zod.enum(['SMS', 'RCS', 'Email', 'WhatsApp', 'IG', 'FB', 'Custom', 'Live_Chat', 'TIKTOK']),
  contactId: text,
  message: optionalText,
  html: optionalText,
  subject: optionalText,
  attachments: list,
  emailFrom: optionalText,
  emailTo: optionalText,
  emailCc: list,
  emailBcc: list,
  replyMessageId: optionalText,
  emailReplyMode: zod.enum(['reply', 'reply_all']).optional(),
  threadId: optionalText,
  fromNumber: optionalText,
  toNumber: optionalText,
  appointmentId: optionalText,
  templateId: optionalText,
  conversationProviderId: optionalText,
  scheduledTimestamp: moment,
  subType: optionalText,
  status: optionalText,
});

const conversationWith = (location: Location, contactId: string) => {
  existing(contacts(location).get(contactId), 'Contact', contactId);
  const found = [...conversations(location).values()].find((one) => one.contactId === contactId);
  return existing(found, 'Conversation', contactId);
};

/** A sub-account without a phone number takes a text message all the same, and says later that it failed (api#queued-messages). */
const outcomeOf = (location: Location, messageType: string): Partial<Message> =>
  messageType === 'TYPE_SMS' && !location.isMain
    ? { status: 'failed', error: 'No numbers available in the account' }
    : { status: 'delivered' };

const store = (
  location: Location,
  now: number,
  told: Pick<Message, 'conversationId' | 'contactId' | 'messageType' | 'body'> & Partial<Message>,
): Message => {
  const message: Message = {
    id: location.state.newId(),
    locationId: location.id,
    direction: 'outbound',
    status: 'pending',
    contentType: told.messageType === 'TYPE_EMAIL' ? 'text/html' : 'text/plain',
    attachments: [],
    meta: {},
    source: 'api',
    userId: null,
    dateAdded: now,
    ...told,
  };
  messages(location).set(message.id, message);
  conversationOf(location, message.conversationId).dateUpdated = now;
  return message;
};

/** A refusal has a good status (api#canceling-an-email) and these words (conversations.json, CancelScheduledResponseDto). */
const removeScheduled = (location: Location, message: Message) => {
  if (message.status !== 'scheduled')
    return { status: 404, message: 'Failed cancel the scheduled message' };
  messages(location).set(message.id, { ...message, status: 'failed', error: 'canceled' });
  return { status: 200, message: 'Scheduled message canceled' };
};

export const sendingMessages = [
  endpoint(
    'POST /conversations/messages',
    { ...sending, body: outgoing },
    ({ body, location, now }) => {
      const { type, contactId, scheduledTimestamp, html, message = '', subject } = body;
      if (type === 'Email' && !html) throw fail(422, { message: ['html should not be empty'] });
      const { id: conversationId } = conversationWith(location, contactId);
      const messageType = typeOf[type] ?? 'TYPE_SMS';
      const later = scheduledTimestamp !== undefined;
      const base = { msg: 'Message queued successfully.', conversationId };
      // Of a provider that nobody names nothing comes (api#custom-messages).
      if (type === 'Custom' && !body.conversationProviderId)
        return { ...base, messageId: location.state.newId() };
      const emailId = type === 'Email' ? location.state.newId() : undefined;
      const sent = store(location, now, {
        conversationId,
        contactId,
        messageType,
        body: type === 'Email' ? (subject ?? '') : message,
        attachments: body.attachments ?? [],
        meta: emailId ? { email: { messageIds: [emailId] } } : {},
        ...(later ? { status: 'scheduled' as const } : outcomeOf(location, messageType)),
      });
      if (emailId)
        emails(location).set(emailId, {
          id: emailId,
          threadId: sent.id,
          subject: subject ?? '',
          body: html ?? '',
          direction: 'outbound',
          status: later ? 'scheduled' : 'delivered',
          from: body.emailFrom ?? 'office@brightsmiledental.example',
          to: [body.emailTo ?? contacts(location).get(contactId)?.email ?? ''],
          dateAdded: now,
        });
      return { ...base, messageId: sent.id, ...(emailId && { emailMessageId: emailId }) };
    },
  ),

  endpoint(
    'POST /conversations/messages/inbound',
    {
      ...sending,
      body: zod.strictObject({
        type: text,
        conversationId: text,
        contactId: optionalText,
        conversationProviderId: optionalText,
        message: optionalText,
        html: optionalText,
        subject: optionalText,
        attachments: list,
        emailFrom: optionalText,
        emailTo: optionalText,
        // As the document has it (conversations.json, ProcessMessageBodyDto).
        direction: zod.enum(['inbound', 'outbound']).default('outbound'),
        date: optionalText,
      }),
    },
    ({ body, location, now }) => {
      const { contactId } = conversationOf(location, body.conversationId);
      const received = store(location, now, {
        conversationId: body.conversationId,
        contactId,
        messageType: typeOf[body.type] ?? 'TYPE_SMS',
        body: body.message ?? body.subject ?? '',
        direction: body.direction,
        status: 'delivered',
        attachments: body.attachments ?? [],
      });
      return {
        success: true,
        conversationId: body.conversationId,
        messageId: received.id,
        message: 'Message added successfully.',
        contactId,
        dateAdded: new Date(now).toISOString(),
      };
    },
  ),

  endpoint('DELETE /conversations/messages/{messageId}/schedule', sending, ({ path, location }) =>
    removeScheduled(location, messageOf(location, path.messageId)),
  ),

  endpoint(
    'DELETE /conversations/messages/email/{emailMessageId}/schedule',
    sending,
    ({ path, location }) => {
      const email = existing(
        emails(location).get(path.emailMessageId),
        'Email message',
        path.emailMessageId,
      );
      const answer = removeScheduled(location, messageOf(location, email.threadId));
      if (answer.status === 200) email.status = 'failed';
      return answer;
    },
  ),
];
