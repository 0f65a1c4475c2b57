import trigger from '../../../triggers/instant/inbound_message_instant.ts';
import { highlevel } from '../../support/api.ts';
import { testKey } from '../../support/hooked.ts';
import { failure } from '../../support/run.ts';
import { contactAnswers, deliver, hookedTo, locationId, missingKeys } from './stage.ts';

beforeEach(() => {
  process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
});
afterEach(() => {
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
});

const conversation = (query: object, messages: object[]) => {
  highlevel('2021-04-15')
    .get('/conversations/search')
    .query({ locationId, ...query })
    .reply(200, { conversations: [{ id: 'v1', contactId: 'c1' }], total: 1 });
  highlevel('2021-04-15')
    .get('/conversations/v1/messages')
    .query({ limit: '20' })
    .reply(200, { messages: { messages, nextPage: false } });
};

test('the message of the post', async () => {
  const [record] = await deliver(trigger, 'workflow-inbound-message-custom-sms');
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA09',
    message: { type: 20, typeName: 'Custom SMS', body: 'Thank you' },
    customData: { offer: 'Basic plan', lead_age_type: ['aged_lead'] },
  });
  expect(missingKeys(trigger, record)).toEqual([]);
});

test('a call, of which the post says no more, is the contact’s last call', async () => {
  conversation({ contactId: 'ConAAAAAAAAAAAAAAA08', limit: '1' }, [
    { id: 'm2', type: 2, messageType: 'TYPE_SMS', direction: 'inbound', body: 'Hi' },
    { id: 'm1', type: 1, messageType: 'TYPE_CALL', direction: 'outbound', status: 'completed' },
  ]);
  const [record] = await deliver(trigger, 'workflow-call-completed');
  expect(record).toMatchObject({
    message: { id: 'm1', type: 1, typeName: 'Call', direction: 'outbound', status: 'completed' },
    warning: expect.stringMatching(/did not say which message/),
  });
});

test('a call is found by the number of its type, if that came as a text too', async () => {
  conversation({ contactId: 'ConAAAAAAAAAAAAAAA08', limit: '1' }, [
    { id: 'm2', type: 2, messageType: 'TYPE_SMS', direction: 'inbound', body: 'Hi' },
    { id: 'm1', type: 1, messageType: 'TYPE_CALL', direction: 'outbound', status: 'completed' },
  ]);
  const [record] = await deliver(trigger, 'workflow-call-completed', { message: { type: '1' } });
  expect(record).toMatchObject({ message: { id: 'm1', typeName: 'Call' } });
});

test.each([
  ['SMS', 'SMS'],
  ['Email', 'Email'],
  ['CALL', 'Call'],
  ['FB', 'Facebook'],
  ['IG', 'Instagram'],
  ['GMB', 'Google Business Message'],
  ['Live Chat', 'Live Chat'],
  ['WhatsApp', 'WhatsApp'],
  ['Custom', 'Custom'],
])(
  'the documented channel “%s” is called “%s”, as in the other triggers',
  async (said, typeName) => {
    contactAnswers('ConAAAAAAAAAAAAAAA20');
    const change = { messageType: said, messageTypeString: undefined, messageTypeId: undefined };
    expect(await deliver(trigger, 'marketplace-inbound-sms-DOC', change)).toMatchObject([
      { message: { messageType: said, typeName } },
    ]);
  },
);

test('what went out is refused; an app webhook of it does not fire', async () => {
  const message = { type: 2, body: 'Hi', direction: 'outbound' };
  expect(
    await failure(deliver(trigger, 'workflow-inbound-message-custom-sms', { message })),
  ).toMatch(/This post is about a message that was sent from HighLevel, so it did not trigger/);
  const change = { type: 'OutboundMessage' };
  expect(await deliver(trigger, 'marketplace-inbound-sms-DOC', change)).toEqual([]);
});

test.each([
  ['marketplace-inbound-sms-DOC', { typeName: 'SMS', body: 'This is a test message' }],
  ['marketplace-inbound-email-DOC', { typeName: 'Email', subject: 'Order Confirmed' }],
  ['marketplace-inbound-call-DOC', { typeName: 'Call', callDuration: 120 }],
  ['marketplace-inbound-custom-provider', { from: null, body: 'This is a test message' }],
])('%s (unproven) fires with its contact', async (name, message) => {
  contactAnswers('ConAAAAAAAAAAAAAAA20');
  expect(await deliver(trigger, name)).toMatchObject([{ firstName: 'Mara', message }]);
});

test('a call that came in, as HighLevel documents it with the type of one that went out', async () => {
  const body = 'marketplace-inbound-call-DOC';
  contactAnswers('ConAAAAAAAAAAAAAAA20');
  const [record] = await deliver(trigger, body, { type: 'OutboundMessage' });
  expect(record).toMatchObject({ eventType: 'InboundMessage', message: { typeName: 'Call' } });
  const out = { type: 'OutboundMessage', direction: 'outbound' };
  expect(await deliver(trigger, body, out)).toEqual([]);
});

test('the editor’s test shows what came in last', async () => {
  const query = { limit: '3', lastMessageDirection: 'inbound', sort: 'desc' };
  conversation({ ...query, sortBy: 'last_message_date' }, [
    { id: 'm2', type: 2, messageType: 'TYPE_SMS', direction: 'outbound', body: 'Yes' },
    { id: 'm1', type: 2, messageType: 'TYPE_SMS', direction: 'inbound', body: 'Friday?' },
  ]);
  contactAnswers('c1');
  const [record] = await hookedTo(trigger).test();
  expect(record).toMatchObject({ id: 'c1', message: { id: 'm1', body: 'Friday?' } });
  expect(missingKeys(trigger, record)).toEqual([]);
});
