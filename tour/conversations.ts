import { recordings, tone, transcripts } from '../sandbox/seed/calls.ts';
import { conversations as conversationsOf, receive } from '../sandbox/seed/conversations.ts';
import type { Message } from '../sandbox/seed/message.ts';
import { messages } from '../sandbox/seed/messages.ts';
import type { Guide, Input, Station } from './station.ts';

const messageWhere = ({ sandbox }: Guide, fits: (message: Message) => boolean): Message => {
  const found = [...messages(sandbox.state.main).values()].find(fits);
  if (!found) throw new Error('The sandbox holds no such message.');
  return found;
};
const conversationWith = (guide: Guide, type: string): Input => ({
  conversationId: messageWhere(guide, ({ messageType }) => messageType === type).conversationId,
});
const call = (guide: Guide): Input => {
  const answered = recordings(guide.sandbox.state.main);
  const { id, conversationId } = messageWhere(guide, (message) => answered.has(message.id));
  return { conversationId, messageId: id };
};
const sayMore = ({ sandbox }: Guide, messageId: unknown) => {
  const sentences = transcripts(sandbox.state.main).get(String(messageId)) ?? [];
  const [first] = sentences;
  if (first) sentences.push({ ...first, sentenceIndex: sentences.length, transcript: 'Goodbye.' });
};

/** Somebody to write to. */
const sendingTo = (guide: Guide): Input => ({
  contactId: messageWhere(guide, ({ messageType }) => messageType === 'TYPE_SMS').contactId,
});

/** The conversation operations, on the conversations that the sandbox holds. */
export const conversations: Station[] = [
  {
    key: 'search_conversations',
    input: { status: 'all' },
    change: ({ run }) =>
      run('create_contact', { firstName: 'Chatty', email: 'chatty@example.com' }),
  },
  {
    key: 'get_conversation',
    input: (guide) => conversationWith(guide, 'TYPE_SMS'),
    change: ({ sandbox }, { id }) => receive(sandbox.state.main, String(id), 'Are you there?'),
  },
  {
    key: 'get_conversation_messages',
    input: (guide) => conversationWith(guide, 'TYPE_ACTIVITY_OPPORTUNITY'),
    change: ({ sandbox }, { conversationId }) =>
      receive(sandbox.state.main, String(conversationId), 'One more question'),
  },
  {
    key: 'get_message',
    input: (guide) => conversationWith(guide, 'TYPE_WHATSAPP'),
    change: ({ run }, { id }) => run('update_message_status', { messageId: id, status: 'read' }),
  },
  {
    key: 'get_email',
    input: (guide) => conversationWith(guide, 'TYPE_EMAIL'),
    change: ({ run }, { id, threadId }) =>
      run('update_message_status', { messageId: threadId, emailMessageId: id, status: 'failed' }),
  },
  {
    key: 'get_message_recording',
    input: call,
    change: ({ sandbox }, { id }) => recordings(sandbox.state.main).set(String(id), tone(200)),
  },
  {
    key: 'get_message_transcription',
    input: call,
    change: (guide, { id }) => sayMore(guide, id),
  },
  {
    key: 'download_message_transcription',
    input: call,
    change: (guide, { id }) => sayMore(guide, id),
  },
  {
    key: 'update_message_status',
    input: (guide) => ({
      ...conversationWith(guide, 'TYPE_EMAIL'),
      status: 'failed',
      error__code: '552',
      error__type: 'smtp',
      error__message: 'The mailbox is full.',
    }),
  },
  {
    key: 'agent_typing_indicator',
    input: ({ sandbox }) => ({
      conversationId: [...conversationsOf(sandbox.state.main).keys()][0],
      visitorId: 'visitor-1',
    }),
  },
  {
    key: 'send_sms',
    input: (guide) => ({
      ...sendingTo(guide),
      message: 'Your slot is free again.',
      waitForDelivery: true,
    }),
  },
  {
    key: 'send_email',
    input: (guide) => ({ ...sendingTo(guide), subject: 'Your plan', html: 'Hello\nSee you soon.' }),
  },
  {
    key: 'send_whatsapp',
    input: (guide) => ({ ...sendingTo(guide), message: 'See you on Friday.' }),
  },
  {
    key: 'send_message',
    input: (guide) => ({
      ...sendingTo(guide),
      type: 'IG',
      message: 'Thank you!',
      scheduledTimestamp: new Date(Date.now() + 86_400_000).toISOString(),
    }),
  },
  {
    key: 'cancel_scheduled_message',
    input: ({ result }) => ({ messageId: result('send_message').id }),
  },
  {
    key: 'add_inbound_message',
    input: (guide) => ({
      ...conversationWith(guide, 'TYPE_SMS'),
      ...sendingTo(guide),
      type: 'SMS',
      message: 'Yes, please.',
      conversationProviderId: 'cI08i1Bls3iTB9bKgF01',
    }),
  },
  {
    key: 'mark_conversation',
    input: (guide) => ({ ...conversationWith(guide, 'TYPE_SMS'), unread: 'read', starred: true }),
  },
  {
    key: 'delete_conversation',
    input: (guide) => conversationWith(guide, 'TYPE_WHATSAPP'),
  },
];
