import getConversationMessages from '../../../triggers/conversations/get_conversation_messages.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const message = (id: string, messageType = 'TYPE_SMS') => ({
  id,
  messageType,
  dateAdded: new Date(Date.now() - 60_000).toISOString(),
});
const nested = (messages: object[], lastMessageId = '', nextPage = false) => ({
  messages: { lastMessageId, nextPage, messages },
});
const api = () => highlevel('2021-04-15');
const read = (input: object = {}) =>
  poll(getConversationMessages, { conversationId: 'v1', ...input });

test('reads the doubly nested list and leaves activities out', async () => {
  api()
    .get('/conversations/v1/messages?limit=100')
    .reply(200, nested([message('m2'), message('m1', 'TYPE_ACTIVITY_CONTACT')]));
  expect(await read()).toMatchObject([
    { id: 'm2', messageType: 'TYPE_SMS', typeName: 'SMS', revision: 'new' },
  ]);
});

test('goes on after the last message until the page is full or the list ends', async () => {
  api()
    .get('/conversations/v1/messages?limit=100')
    .reply(200, nested([message('m3'), message('m2', 'TYPE_ACTIVITY_CONTACT')], 'm2', true))
    .get('/conversations/v1/messages?limit=100&lastMessageId=m2')
    .reply(200, nested([message('m1')], 'm1', false));
  expect(await read()).toMatchObject([{ id: 'm3' }, { id: 'm1' }]);
});

test('asks for chosen types, activities too', async () => {
  api()
    .get('/conversations/v1/messages?type=TYPE_CALL%2CTYPE_ACTIVITY_CONTACT&limit=100')
    .reply(200, nested([message('m1', 'TYPE_ACTIVITY_CONTACT')]));
  expect(await read({ type: ['TYPE_CALL', 'TYPE_ACTIVITY_CONTACT'] })).toMatchObject([
    { id: 'm1', typeName: 'Contact Activity' },
  ]);
});

test('a sample leaves out the activities that stand between messages', async () => {
  api()
    .get('/conversations/v1/messages?limit=3')
    .reply(
      200,
      nested([message('m9', 'TYPE_ACTIVITY_CONTACT'), message('m8'), message('m7')], 'm7', true),
    );
  const records = await poll(
    getConversationMessages,
    { conversationId: 'v1' },
    { meta: { isLoadingSample: true } },
  );
  expect(records.map(({ id }) => id)).toEqual(['m8', 'm7']);
});

test('a sample of a conversation whose newest entries are activities takes two requests', async () => {
  const activities = ['a1', 'a2', 'a3'].map((id) => message(id, 'TYPE_ACTIVITY_CONTACT'));
  api()
    .get('/conversations/v1/messages?limit=3')
    .reply(200, nested(activities, 'a3', true))
    .get('/conversations/v1/messages?limit=100')
    .reply(200, nested([...activities, message('m8')], 'm8', true));
  const records = await poll(
    getConversationMessages,
    { conversationId: 'v1' },
    { meta: { isLoadingSample: true } },
  );
  expect(records.map(({ id }) => id)).toEqual(['m8']);
});

test('an endpoint that gives the same page again does not hold it up', async () => {
  api()
    .get('/conversations/v1/messages?limit=100')
    .reply(200, nested([message('m1')], 'm1', true))
    .get('/conversations/v1/messages?limit=100&lastMessageId=m1')
    .reply(200, nested([message('m1')], 'm1', true));
  expect(await read()).toMatchObject([{ id: 'm1' }]);
});

test('a new status is a change', async () => {
  const revisionOf = async (status: string) => {
    const one = {
      id: 'm1',
      messageType: 'TYPE_SMS',
      dateAdded: '2026-03-04T09:30:45.000Z',
      status,
    };
    api()
      .get('/conversations/v1/messages?limit=100')
      .reply(200, nested([one]));
    const [record] = await read({ triggerOn: 'changed' });
    return record?.revision;
  };
  expect(await revisionOf('sent')).not.toBe(await revisionOf('delivered'));
});

test('an answer without a list is an error, not an empty list', async () => {
  api()
    .get('/conversations/v1/messages?limit=100')
    .reply(200, { messages: { messages: null } });
  expect(await failure(read())).toContain('contained no message list');
});
