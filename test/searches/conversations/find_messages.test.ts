import findMessages from '../../../searches/conversations/find_messages.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const messages = [
  { id: 'm4', messageType: 'TYPE_ACTIVITY_CONTACT', dateAdded: '2026-03-04T10:00:00Z' },
  { id: 'm3', messageType: 'TYPE_SMS', direction: 'outbound', dateAdded: '2026-03-03T10:00:00Z' },
  { id: 'm2', messageType: 'TYPE_CALL', direction: 'inbound', dateAdded: '2026-03-02T10:00:00Z' },
];
const asked = (query: string, page: Record<string, unknown>) =>
  highlevel('2021-04-15').get(`/conversations/v1/messages?${query}`).reply(200, { messages: page });
const conversationOf = (conversations: object[]) =>
  highlevel('2021-04-15')
    .get(
      '/conversations/search?locationId=loc1&contactId=c1&limit=1&sort=desc&sortBy=last_message_date',
    )
    .reply(200, { conversations });
const ids = async (input: Record<string, unknown>) =>
  (await poll(findMessages, input)).map(({ id }) => id);

test('the latest of a conversation, without activities', async () => {
  asked('limit=100', { messages, nextPage: false, lastMessageId: 'm2' });
  expect(await ids({ conversationId: 'v1' })).toEqual(['m3', 'm2']);
});

test('of a contact, by type and direction, page after page', async () => {
  conversationOf([{ id: 'v1' }]);
  asked('type=TYPE_CALL&limit=100', { messages, nextPage: true, lastMessageId: 'm2' });
  const older = { id: 'm1', messageType: 'TYPE_CALL', direction: 'inbound' };
  asked('type=TYPE_CALL&limit=100&lastMessageId=m2', { messages: [older], nextPage: false });
  const input = { contactId: 'c1', type: 'TYPE_CALL', direction: 'inbound' };
  expect(await ids(input)).toEqual(['m2', 'm1']);
});

test('a contact without a conversation has none', async () => {
  conversationOf([]);
  expect(await poll(findMessages, { contactId: 'c1' })).toEqual([]);
});

test('wants a contact or a conversation', async () => {
  expect(await failure(poll(findMessages))).toContain('Choose a contact or a conversation.');
});
