import trigger from '../../../triggers/instant/order_submitted_instant.ts';
import { highlevel } from '../../support/api.ts';
import { signed, testKey } from '../../support/hooked.ts';
import { failure } from '../../support/run.ts';
import { contactAnswers, deliver, hookedTo, locationId, missingKeys } from './stage.ts';

beforeEach(() => {
  process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
});
afterEach(() => {
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
});

const owner = { altId: locationId, altType: 'location', offset: '0' };

test('the order of a post (unproven)', async () => {
  const order = { _id: 'o1', status: 'completed', amount: 150.1 };
  const [record] = await deliver(trigger, 'workflow-contact-tag-added', { order });
  expect(record).toMatchObject({ order: { id: 'o1', amount: 150.1 } });
  expect(missingKeys(trigger, record)).toEqual([]);
});

test('a post with the payment only gets the contact’s last order', async () => {
  highlevel()
    .get('/payments/orders')
    .query({ ...owner, contactId: 'ConAAAAAAAAAAAAAAA06', limit: '100' })
    .reply(200, { data: [{ _id: 'o1', amount: 832, sourceName: 'Link' }], totalCount: 1 });
  expect(await deliver(trigger, 'workflow-payment-received-payment-link')).toMatchObject([
    { order: { id: 'o1', amount: 832, sourceName: 'Link' } },
  ]);
});

test('an app webhook (unproven) brings its contact along', async () => {
  const text = JSON.stringify({
    type: 'OrderCreate',
    locationId,
    _id: 'o1',
    amount: 150.1,
    contactId: 'c1',
    contactSnapshot: { id: 'c1', firstName: 'Maxwell', email: 'max@example.com' },
    items: [{ name: 'Tee', qty: 1 }],
  });
  expect(await hookedTo(trigger).post(text, { headers: signed(text) })).toMatchObject([
    { id: 'c1', firstName: 'Maxwell', order: { id: 'o1', items: [{ name: 'Tee' }] } },
  ]);
});

test('the editor’s test shows orders', async () => {
  highlevel()
    .get('/payments/orders')
    .query({ ...owner, limit: '100' })
    .reply(200, { data: [{ _id: 'o1', contactId: 'c1', amount: 832 }], totalCount: 1 });
  contactAnswers('c1');
  expect(await hookedTo(trigger).test()).toMatchObject([
    { id: 'c1', firstName: 'Mara', order: { id: 'o1', amount: 832 } },
  ]);
});

test('an appointment is refused', async () => {
  expect(await failure(deliver(trigger, 'workflow-appointment-booked'))).toContain(
    'This post is about an appointment',
  );
});

test('a webhook of another event does not fire', async () => {
  const text = JSON.stringify({ type: 'ContactCreate', locationId, id: 'c1' });
  expect(await hookedTo(trigger).post(text, { headers: signed(text) })).toEqual([]);
});
