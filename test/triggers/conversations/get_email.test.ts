import getEmail from '../../../triggers/conversations/get_email.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const email = { id: 'e1', threadId: 'm1', subject: 'Plan', body: '<p>Hello</p>', from: 'a@b.c' };

test.each([
  ['as it is documented', email],
  ['in its wrapper', { emailMessage: email, traceId: 't' }],
])('reads the email %s, and asks for nothing but it', async (_, answer) => {
  highlevel('2021-04-15').get('/conversations/messages/email/e1').reply(200, answer);
  expect(await poll(getEmail, { conversationId: 'v1', id: 'e1' })).toMatchObject([
    { id: 'e1', threadId: 'm1', body: '<p>Hello</p>', cc: null },
  ]);
});
