import nock from 'nock';
import addInboundMessage from '../../../creates/conversations/add_inbound_message.ts';
import cancelScheduledMessage from '../../../creates/conversations/cancel_scheduled_message.ts';
import deleteConversation from '../../../creates/conversations/delete_conversation.ts';
import markConversation from '../../../creates/conversations/mark_conversation.ts';
import sendEmail from '../../../creates/conversations/send_email.ts';
import sendMessage from '../../../creates/conversations/send_message.ts';
import sendSms from '../../../creates/conversations/send_sms.ts';
import sendWhatsapp from '../../../creates/conversations/send_whatsapp.ts';
import { highlevel } from '../../support/api.ts';
import { hurry } from '../../support/clock.ts';
import { failure, run } from '../../support/run.ts';

const api = () => highlevel('2021-04-15');
const taken = { conversationId: 'v1', messageId: 'm1', msg: 'Message queued successfully.' };
const sends = (body: object, answer: object = taken) =>
  api()
    .post('/conversations/messages', body as never)
    .reply(201, answer);

afterEach(() => {
  jest.restoreAllMocks();
  nock.cleanAll();
});

test('an SMS is queued, which is not delivered', async () => {
  sends({ contactId: 'c1', message: 'Hi {{contact.first_name}}', type: 'SMS' });
  expect(await run(sendSms, { contactId: 'c1', message: 'Hi {{contact.first_name}}' })).toEqual({
    id: 'm1',
    conversationId: 'v1',
    contactId: 'c1',
    emailMessageId: null,
    status: 'queued',
    error: null,
    scheduledFor: null,
  });
});

test('an SMS that HighLevel says has failed at once is not “queued”', async () => {
  sends({ contactId: 'c1', message: 'Hi', type: 'SMS' }, { ...taken, status: 'failed' });
  expect(await run(sendSms, { contactId: 'c1', message: 'Hi' })).toMatchObject({
    status: 'failed',
  });
});

test('a moment is sent in seconds, and the message is scheduled', async () => {
  const moment = '2030-03-04T09:30:00-05:00';
  const scheduledTimestamp = Date.parse(moment) / 1000;
  sends({ contactId: 'c1', message: 'Hi', type: 'WhatsApp', scheduledTimestamp });
  const asked = {
    contactId: 'c1',
    message: 'Hi',
    scheduledTimestamp: moment,
    waitForDelivery: true,
  };
  expect(await run(sendWhatsapp, asked)).toMatchObject({
    status: 'scheduled',
    scheduledFor: '2030-03-04T14:30:00.000Z',
  });
});

test('a moment that has passed is refused before anything is sent', async () => {
  const asked = { contactId: 'c1', message: 'Hi', scheduledTimestamp: '2020-03-04T09:30:00Z' };
  expect(await failure(run(sendSms, asked))).toBe('“Send At” must be in the future.');
});

describe('“Wait for Delivery”', () => {
  const asked = { contactId: 'c1', message: 'Hi', waitForDelivery: true };
  const status = (message: object) =>
    api()
      .get('/conversations/messages/m1')
      .reply(200, { message: { id: 'm1', ...message } });

  test('says what HighLevel says, as soon as it does', async () => {
    hurry();
    sends({ contactId: 'c1', message: 'Hi', type: 'SMS' });
    status({ status: 'pending' });
    status({ status: 'failed', error: 'No numbers available in the account' });
    expect(await run(sendSms, asked)).toMatchObject({
      id: 'm1',
      status: 'failed',
      error: 'No numbers available in the account',
      warning: 'HighLevel did not deliver the message: No numbers available in the account.',
    });
  });

  test.each(['failed', 'undelivered', 'opt_out'])(
    'says that it is “%s”, at once and without a reason too',
    async (said) => {
      hurry();
      sends({ contactId: 'c1', message: 'Hi', type: 'SMS' });
      status({ status: said });
      expect(await run(sendSms, asked)).toMatchObject({
        status: said,
        warning: `HighLevel did not deliver the message: its status is “${said}”.`,
      });
    },
  );

  test('ends in time with the last that is known', async () => {
    hurry();
    sends({ contactId: 'c1', message: 'Hi', type: 'SMS' });
    api()
      .persist()
      .get('/conversations/messages/m1')
      .reply(200, { message: { id: 'm1', status: 'sent' } });
    expect(await run(sendSms, asked)).toMatchObject({ status: 'sent', error: null });
  });

  test('a look that fails does not make the step fail', async () => {
    hurry();
    sends({ contactId: 'c1', message: 'Hi', type: 'SMS' });
    api().persist().get('/conversations/messages/m1').reply(403, { message: 'Forbidden' });
    expect(await run(sendSms, asked)).toMatchObject({ id: 'm1', status: 'queued' });
  });
});

test('no message is sent twice: nobody knows whether it went out', async () => {
  api().post('/conversations/messages').reply(502, 'Bad Gateway');
  const sending = run(sendSms, { contactId: 'c1', message: 'Hi' });
  await expect(sending).rejects.toMatchObject({
    name: 'HaltedError',
    message: expect.stringContaining('Check in HighLevel whether the message is there'),
  });
});

describe('an email', () => {
  const email = { contactId: 'c1', subject: 'Plan' };

  test('of plain text keeps its line breaks and its signs', async () => {
    sends(
      { ...email, html: 'Tom &amp; Eve<br>\n&lt;3', type: 'Email' },
      { ...taken, emailMessageId: 'e1' },
    );
    expect(await run(sendEmail, { ...email, html: 'Tom & Eve\n<3' })).toMatchObject({
      id: 'm1',
      emailMessageId: 'e1',
    });
  });

  test('of HTML goes out as it is, with copies, files and the thread', async () => {
    sends({
      ...email,
      html: '<p>Hello</p>',
      emailCc: ['a@example.com'],
      attachments: ['https://files.example.com/plan.pdf'],
      replyMessageId: 'e0',
      emailReplyMode: 'reply_all',
      type: 'Email',
    });
    await run(sendEmail, {
      ...email,
      html: '<p>Hello</p>',
      emailCc: ['a@example.com', ''],
      attachments: ['https://files.example.com/plan.pdf'],
      conversationId: 'v1',
      replyMessageId: 'e0',
      emailReplyMode: 'reply_all',
    });
  });

  test('to what is no address is refused', async () => {
    const said = await failure(run(sendEmail, { ...email, html: 'x', emailBcc: ['nobody'] }));
    expect(said).toContain('“BCC” (item 1) must be an email address.');
  });
});

test('a custom provider must be named, or HighLevel sends nothing and says “done”', async () => {
  const asked = { contactId: 'c1', message: 'Hi', type: 'Custom' };
  expect(await failure(run(sendMessage, asked))).toBe(
    '“Custom Provider” is required for the channel “Custom provider”.',
  );
  sends({ contactId: 'c1', message: 'Hi', type: 'IG' });
  expect(await run(sendMessage, { ...asked, type: 'Instagram' })).toMatchObject({ id: 'm1' });
});

test('a message that came in elsewhere', async () => {
  api()
    .post('/conversations/messages/inbound', {
      conversationId: 'v1',
      contactId: 'c1',
      type: 'SMS',
      message: 'Yes',
      conversationProviderId: 'p1',
      // Without it HighLevel takes the message for one that went out.
      direction: 'inbound',
    })
    .reply(201, { success: true, conversationId: 'v1', messageId: 'm2', contactId: 'c1' });
  const message = { conversationId: 'v1', contactId: 'c1', type: 'SMS', message: 'Yes' };
  const asked = { ...message, conversationProviderId: 'p1' };
  expect(await run(addInboundMessage, asked)).toMatchObject({ id: 'm2', contactId: 'c1' });
});

test('an email that came in elsewhere is HTML, as HighLevel reads emails', async () => {
  api()
    .post('/conversations/messages/inbound', (body) => body.html === 'Tom &amp; Eve<br>\n&lt;3')
    .reply(201, { success: true, conversationId: 'v1', messageId: 'm2', contactId: 'c1' });
  const message = { conversationId: 'v1', contactId: 'c1', type: 'Email' };
  const asked = { ...message, message: 'Tom & Eve\n<3', conversationProviderId: 'p1' };
  expect(await run(addInboundMessage, asked)).toMatchObject({ id: 'm2' });
});

describe('a scheduled message', () => {
  test('is canceled', async () => {
    api()
      .delete('/conversations/messages/m1/schedule')
      .reply(200, { status: 200, message: 'Done' });
    expect(await run(cancelScheduledMessage, { messageId: 'm1' })).toMatchObject({
      id: 'm1',
      deleted: true,
    });
  });

  test('of type email is canceled by the ID of the email', async () => {
    api().delete('/conversations/messages/email/e1/schedule').reply(200, { status: 200 });
    const asked = { messageId: 'm1', emailMessageId: 'e1' };
    expect(await run(cancelScheduledMessage, asked)).toMatchObject({ id: 'm1', deleted: true });
  });

  test('that was sent already is not canceled, though HighLevel answers 200', async () => {
    api()
      .delete('/conversations/messages/m1/schedule')
      .reply(200, { status: 400, message: 'Message is not scheduled' });
    expect(await failure(run(cancelScheduledMessage, { messageId: 'm1' }))).toContain(
      'Message is not scheduled',
    );
  });
});

test('a conversation is marked and starred; what is left empty stays', async () => {
  api()
    .put('/conversations/v1', { locationId: 'loc1', unreadCount: 0, starred: true })
    .reply(200, { success: true, conversation: { id: 'v1', unreadCount: 0 } });
  const asked = { conversationId: 'v1', unread: 'read', starred: true };
  expect(await run(markConversation, asked)).toMatchObject({ id: 'v1', unreadCount: 0 });
  expect(await failure(run(markConversation, { conversationId: 'v1' }))).toBe(
    'Fill in “Mark As” or “Star”.',
  );
});

test('a conversation is deleted', async () => {
  api().delete('/conversations/v1').reply(200, { success: true });
  expect(await run(deleteConversation, { conversationId: 'v1' })).toMatchObject({
    id: 'v1',
    deleted: true,
  });
});
