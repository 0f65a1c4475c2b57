import { collection } from '../state/collection.ts';
import { contacts } from './contacts.ts';
import { messages } from './messages.ts';

/** An email inside a message of type TYPE_EMAIL (conversations.json, GetEmailMessageResponseDto). */
export type Email = {
  id: string;
  threadId: string;
  subject: string;
  body: string;
  direction: 'inbound' | 'outbound';
  status: string;
  from: string;
  to: string[];
  dateAdded: number;
};

/** The emails inside messages: their bodies are nowhere else (api#email-bodies). */
export const emails = collection<Email>('emails', ({ place }) =>
  [...messages(place).values()].flatMap((message) => {
    const { messageIds = [] } = (message.meta.email ?? {}) as { messageIds?: string[] };
    const contact = contacts(place).get(message.contactId);
    return messageIds.map((emailId) => ({
      id: emailId,
      threadId: message.id,
      subject: message.body,
      body: `<p>Dear ${contact?.firstName}, please find enclosed: ${message.body}.</p>`,
      direction: message.direction,
      status: 'opened',
      from: 'Bright Smile Dental <office@brightsmiledental.example>',
      to: [contact?.email ?? 'nobody@example.com'],
      dateAdded: message.dateAdded,
    }));
  }),
);
