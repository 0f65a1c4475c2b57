import trigger from '../../../triggers/instant/invoice_paid_instant.ts';
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

const paid = { altId: locationId, altType: 'location', offset: '0', status: 'paid' };

test('the invoice of a post (unproven)', async () => {
  const [record] = await deliver(trigger, 'workflow-invoice-DOCONLY');
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA13',
    invoice: { name: 'Deposit', invoiceNumber: 'INV-000019', dueDate: '2026-09-15' },
  });
  expect(missingKeys(trigger, record)).toEqual([]);
});

test('a post with the payment only gets the contact’s last paid invoice', async () => {
  highlevel()
    .get('/invoices/')
    .query({ ...paid, contactId: 'ConAAAAAAAAAAAAAAA06', limit: '100' })
    .reply(200, { invoices: [{ _id: 'i1', status: 'paid', total: 832 }], total: 1 });
  expect(await deliver(trigger, 'workflow-payment-received-payment-link')).toMatchObject([
    {
      invoice: { id: 'i1', total: 832 },
      payment: { transactionId: 'aaaaaaaaaaaaaaaaaaaaaa01' },
      warning: expect.stringMatching(/did not say which invoice/),
    },
  ]);
});

test('an invoice that is not paid is refused', async () => {
  const invoice = { name: 'Deposit', status: 'sent' };
  expect(await failure(deliver(trigger, 'workflow-invoice-DOCONLY', { invoice }))).toMatch(
    /This post is about an invoice that is not paid, so it did not trigger the Zap/,
  );
});

test.each(['draft', 'sent', 'void', 'partially_paid', 'delete', 'deleted'])(
  'an app webhook of an invoice that is “%s” does not fire (unproven)',
  async (status) => {
    const invoice = { _id: 'i1', altId: locationId, altType: 'location', invoiceNumber: '19' };
    const text = JSON.stringify({ ...invoice, status, contactDetails: { id: 'c1' } });
    expect(await hookedTo(trigger).post(text, { headers: signed(text) })).toEqual([]);
  },
);

test('an app webhook (unproven), with and without its type', async () => {
  const invoice = {
    _id: 'i1',
    status: 'paid',
    altId: locationId,
    altType: 'location',
    invoiceNumber: '19',
    contactDetails: { id: 'c1', name: 'Mara' },
    total: 999,
  };
  for (const type of [{}, { type: 'InvoicePaid', locationId, webhookId: 'w1' }]) {
    contactAnswers('c1');
    const text = JSON.stringify({ ...invoice, ...type });
    expect(await hookedTo(trigger).post(text, { headers: signed(text) })).toMatchObject([
      { id: 'c1', firstName: 'Mara', invoice: { id: 'i1', total: 999 } },
    ]);
  }
  const text = JSON.stringify({ ...invoice, type: 'InvoiceUpdate' });
  expect(await hookedTo(trigger).post(text, { headers: signed(text) })).toEqual([]);
});

test('the editor’s test shows paid invoices', async () => {
  highlevel()
    .get('/invoices/')
    .query({ ...paid, limit: '100' })
    .reply(200, {
      invoices: [{ _id: 'i1', contactDetails: { id: 'c1' }, invoiceNumber: 1001, total: 832 }],
    });
  contactAnswers('c1');
  expect(await hookedTo(trigger).test()).toMatchObject([
    { id: 'c1', firstName: 'Mara', invoice: { id: 'i1', invoiceNumber: '1001', total: 832 } },
  ]);
});
