import invoiceChanged from '../../../triggers/invoices/invoice_changed.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';
import { plainZ, Zap } from '../../support/zapier.ts';

test('reads all invoices and gives those of the status, with the contact', async () => {
  highlevel()
    .get('/invoices/')
    .query({ altId: 'loc1', altType: 'location', limit: '100', offset: '0' })
    .reply(200, {
      invoices: [
        {
          _id: 'i1',
          status: 'paid',
          amountPaid: 450,
          invoiceNumber: 19,
          contactDetails: { id: 'c1', name: 'Maria Alvarez', phoneNo: '' },
          businessDetails: { name: 'Bright Smile' },
        },
        { _id: 'i2', status: 'sent', amountPaid: 0 },
      ],
      total: 2,
    });
  const found = await poll(invoiceChanged, { status: 'paid' });
  expect(found).toMatchObject([
    {
      id: 'i1',
      revision: 'paid 450',
      invoiceNumber: '19',
      contactId: 'c1',
      contactName: 'Maria Alvarez',
      contactPhone: null,
    },
  ]);
  expect(found[0]).not.toHaveProperty('businessDetails');
});

test('each part payment is told', async () => {
  let now = { status: 'sent', amountPaid: 0 };
  const zap = new Zap(
    invoiceChanged,
    {},
    plainZ(() => ({ invoices: [{ _id: 'i1', ...now }] })),
  );
  await zap.turnOn();
  const fired: number[] = [];
  for (now of [
    { status: 'partially_paid', amountPaid: 100 },
    { status: 'partially_paid', amountPaid: 200 },
    { status: 'partially_paid', amountPaid: 200 },
    { status: 'paid', amountPaid: 450 },
  ])
    fired.push((await zap.poll()).length);
  expect(fired).toEqual([1, 1, 0, 1]);
});
