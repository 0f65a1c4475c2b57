import getMessage from '../../../triggers/conversations/get_message.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const read = (message: object) => {
  highlevel('2021-04-15').get('/conversations/messages/m1').reply(200, message);
  return poll(getMessage, { conversationId: 'v1', id: 'm1' });
};

test('reads the message out of its wrapper, with why it was not delivered', async () => {
  const message = { id: 'm1', messageType: 'TYPE_SMS', status: 'failed', error: 'No numbers' };
  expect(await read({ message })).toMatchObject([
    { id: 'm1', messageType: 'TYPE_SMS', typeName: 'SMS', status: 'failed', error: 'No numbers' },
  ]);
});

test.each([
  { call: { duration: 42, status: 'completed' } },
  { callDuration: '42', callStatus: 'completed' },
])('tells duration and state of a call out of %j', async (meta) => {
  expect(await read({ id: 'm1', messageType: 'TYPE_CALL', meta })).toMatchObject([
    { typeName: 'Call', callDuration: 42, callStatus: 'completed' },
  ]);
});

test('tells the ids of the emails in a message', async () => {
  const meta = { email: { messageIds: ['e1', 'e2'] } };
  expect(await read({ id: 'm1', messageType: 'TYPE_EMAIL', meta })).toMatchObject([
    { emailMessageIds: ['e1', 'e2'], callDuration: null },
  ]);
});
