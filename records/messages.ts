import { messageTypeName } from '../fields/messageTypes.ts';
import { type Raw, record } from '../lib/record.ts';

const part = (value: unknown): Raw =>
  typeof value === 'object' && value !== null ? (value as Raw) : {};

/** The ids of the e-mails inside a message of type e-mail: `GET /conversations/messages/email/{id}` takes these. */
export const emailIdsOf = ({ meta }: Raw): string[] => {
  const email = part(part(meta).email);
  const ids = email.messageIds ?? part(email.email).messageIds;
  return Array.isArray(ids) ? ids.map(String) : [];
};

const seconds = (value: unknown): number | null =>
  value === undefined || value === null || value === '' || Number.isNaN(Number(value))
    ? null
    : Number(value);

/** Readable type, and what `meta` hides: duration and state of a call (reality d.7: `meta.call`), ids of e-mails. */
const complete = (records: Raw[]): Raw[] =>
  records.map(({ activity, ...raw }) => {
    const meta = part(raw.meta);
    const call = part(meta.call);
    return {
      ...raw,
      typeName: messageTypeName(raw.messageType),
      callDuration: seconds(call.duration ?? meta.callDuration),
      callStatus: call.status ?? meta.callStatus ?? null,
      emailMessageIds: emailIdsOf(raw),
      activityTitle: part(activity).title ?? null,
      activityType: part(activity).type ?? null,
    };
  });

const sample = {
  id: 't22c6DQcTDf3MjRhwf77',
  conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  locationId: 've9EPM428h8vShlRW1KT',
  messageType: 'TYPE_CALL',
  typeName: 'Call',
  type: 1,
  direction: 'inbound',
  status: 'connected',
  body: 'Asked for a quote on whitening.',
  contentType: 'text/plain',
  attachments: ['https://files.example.com/insurance-card.jpg'],
  callDuration: 73,
  callStatus: 'completed',
  emailMessageIds: ['rnGyqh2F6uBrIkfhFo9A'],
  activityTitle: 'New appointment created',
  activityType: 'appointment_created',
  from: 'Bright Smile Dental',
  to: 'Maria Alvarez',
  source: 'app',
  userId: 'GCs5KuzPqTls7vWclkEV',
  conversationProviderId: 'cI08i1Bls3iTB9bKgF01',
  chatWidgetId: '67b0cc8cf14b19d85ace7a35',
  dateAdded: '2026-03-04T09:30:45.000Z',
  dateUpdated: '2026-03-04T09:30:45.000Z',
};
const labels = {
  locationId: 'Sub-Account ID',
  messageType: 'Type Code',
  typeName: 'Type',
  type: 'Type Number',
  body: 'Message',
  callDuration: 'Call Duration (Seconds)',
  emailMessageIds: 'Email IDs',
};

/** A message (conversations.json, GetMessageResponseDto; reality d.7: wrapped in `message`). Messages have no change date. */
export const message = record({ noun: 'message', one: 'message', sample, labels, complete });

/** The messages of a conversation; e-mails come without their bodies (reality d.7 #40). */
export const messages = record({ noun: 'message', many: 'messages', sample, labels, complete });

/** An e-mail (conversations.json, GetEmailMessageResponseDto; some answers wrap it in `emailMessage`). */
export const email = record({
  noun: 'email',
  one: ['emailMessage', 'email'],
  sample: {
    id: 'rnGyqh2F6uBrIkfhFo9A',
    threadId: 't22c6DQcTDf3MjRhwf77',
    altId: '20260304093045.1@mg.example.com',
    conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
    contactId: 'ocQHyuzHvysMo5N5VsXc',
    locationId: 've9EPM428h8vShlRW1KT',
    subject: 'Your treatment plan',
    body: '<p>Dear Maria, please find your plan enclosed.</p>',
    from: 'Bright Smile Dental <office@example.com>',
    to: ['maria.alvarez@example.com'],
    cc: ['office@example.com'],
    bcc: ['archive@example.com'],
    direction: 'outbound',
    status: 'opened',
    contentType: 'text/html',
    attachments: ['https://files.example.com/plan.pdf'],
    provider: 'mailgun',
    source: 'app',
    replyToMessageId: 'Mx6wyHhbFdRXh302Luer',
    conversationProviderId: 'cI08i1Bls3iTB9bKgF01',
    dateAdded: '2026-03-04T09:30:45.000Z',
  },
  labels: { locationId: 'Sub-Account ID', threadId: 'Message ID', altId: 'External ID' },
});

/** What a change of a message's status answers (conversations.json, SendMessageResponseDto). */
export const messageStatus = record({
  noun: 'message',
  sample: {
    messageId: 't22c6DQcTDf3MjRhwf77',
    conversationId: 'tDtDnQdgm2LXpyiqYvZ6',
    emailMessageId: 'rnGyqh2F6uBrIkfhFo9A',
    status: 'delivered',
  },
});
