import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { limit, optionalText } from '../../gateway/schemas.ts';
import { emails } from '../../seed/emails.ts';
import { messages } from '../../seed/messages.ts';
import { existing, iso } from '../records.ts';
import { amongTest, conversationOf, messageOf, readingMessages, version } from './access.ts';
import { shownMessage } from './shown.ts';

export const conversationMessages = [
  /** Doubly nested, newest first, activities among them, no bodies of emails (api#nested-messages, api#activities-among-messages, api#email-bodies). */
  endpoint(
    'GET /conversations/{conversationId}/messages',
    {
      ...readingMessages,
      query: zod.strictObject({
        lastMessageId: optionalText,
        limit: limit(100, 20),
        type: optionalText,
      }),
    },
    ({ path, query, location }) => {
      const { id } = conversationOf(location, path.conversationId);
      // The filter's word for comments has an s, the message's has none (conversations.json).
      const isWanted = amongTest(query.type?.replaceAll('INTERNAL_COMMENTS', 'INTERNAL_COMMENT'));
      const all = messages(location)
        .of(id)
        .filter(({ messageType }) => isWanted(messageType));
      const start = all.findIndex((message) => message.id === query.lastMessageId) + 1;
      const page = all.slice(start, start + query.limit);
      return {
        messages: {
          lastMessageId: page.at(-1)?.id ?? '',
          nextPage: start + page.length < all.length,
          messages: page.map(({ body, ...rest }) =>
            shownMessage({ ...rest, body: rest.messageType === 'TYPE_EMAIL' ? '' : body }),
          ),
        },
      };
    },
  ),

  /** Wrapped in `message`, which the document does not say (api#single-message). */
  endpoint('GET /conversations/messages/{id}', readingMessages, ({ path, location }) => ({
    message: shownMessage(messageOf(location, path.id)),
  })),

  endpoint('GET /conversations/messages/email/{id}', readingMessages, ({ path, location }) => {
    const email = existing(emails(location).get(path.id), 'Email message', path.id);
    const { conversationId, contactId, source } = messageOf(location, email.threadId);
    return {
      ...email,
      altId: `<${email.id}@mg.brightsmiledental.example>`,
      locationId: location.id,
      contactId,
      conversationId,
      dateAdded: iso(email.dateAdded),
      contentType: 'text/html',
      attachments: [],
      provider: 'mailgun',
      cc: [],
      bcc: [],
      source,
    };
  }),

  endpoint(
    'PUT /conversations/messages/{messageId}/status',
    {
      version,
      scopes: ['conversations/message.write'],
      body: zod.strictObject({
        status: zod.enum(['delivered', 'failed', 'pending', 'read']),
        error: zod
          .strictObject({ code: zod.string(), type: zod.string(), message: zod.string() })
          .optional(),
        emailMessageId: optionalText,
        recipients: zod.array(zod.string()).optional(),
      }),
    },
    ({ path, body: { status, error, emailMessageId }, location, now }) => {
      const message = messageOf(location, path.messageId);
      const { error: _, ...rest } = message;
      messages(location).set(message.id, { ...rest, status, ...(error && { error }) });
      const email = emailMessageId ? emails(location).get(emailMessageId) : undefined;
      if (email) email.status = status;
      conversationOf(location, message.conversationId).dateUpdated = now;
      return {
        conversationId: message.conversationId,
        messageId: message.id,
        ...(emailMessageId && { emailMessageId }),
        status,
      };
    },
  ),
];
