import updateMessageStatus from '../../../creates/conversations/update_message_status.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('sends the status and nothing else', async () => {
  highlevel('2021-04-15')
    .put('/conversations/messages/m1/status', { status: 'read' })
    .reply(200, { conversationId: 'v1', messageId: 'm1', status: 'read' });
  expect(
    await run(updateMessageStatus, { conversationId: 'v1', messageId: 'm1', status: 'read' }),
  ).toMatchObject({ messageId: 'm1', conversationId: 'v1', status: 'read', emailMessageId: null });
});

test('sends what went wrong with an email', async () => {
  highlevel('2021-04-15')
    .put('/conversations/messages/m1/status', {
      status: 'failed',
      error: { message: 'Mailbox full', code: '552', type: 'smtp' },
      emailMessageId: 'e1',
      recipients: ['a@example.com', 'b@example.com'],
    })
    .reply(200, { conversationId: 'v1', messageId: 'm1', emailMessageId: 'e1', status: 'failed' });
  const record = await run(updateMessageStatus, {
    messageId: 'm1',
    status: 'failed',
    error__message: 'Mailbox full',
    error__code: 552,
    error__type: 'smtp',
    emailMessageId: 'e1',
    recipients: ['a@example.com', 'b@example.com'],
  });
  expect(record).toMatchObject({ emailMessageId: 'e1', status: 'failed' });
});

test('wants all parts of an error or none', async () => {
  expect(
    await failure(
      run(updateMessageStatus, { messageId: 'm1', status: 'failed', error__code: '1' }),
    ),
  ).toContain('Fill in “Error Message”, “Error Code” and “Error Type”, or none of them.');
});
