import recordPayment from '../../../creates/invoices/record_payment.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const invoice = { _id: 'i1', status: 'partially_paid', amountPaid: 100, amountDue: 350 };

test('sends only what belongs to the kind of payment', async () => {
  highlevel()
    .post('/invoices/i1/record-payment', {
      altId: 'loc1',
      altType: 'location',
      mode: 'cash',
      notes: 'Recorded by Zapier',
    })
    .reply(200, { success: true, invoice });
  expect(await run(recordPayment, { invoiceId: 'i1', mode: 'cash' })).toMatchObject({
    id: 'i1',
    status: 'partially_paid',
    amountDue: 350,
  });
});

test('sends the card and the moment', async () => {
  highlevel()
    .post('/invoices/i1/record-payment', {
      altId: 'loc1',
      altType: 'location',
      mode: 'card',
      amount: 100,
      card: { brand: 'Visa', last4: '4242' },
      notes: 'At the desk',
      fulfilledAt: '2026-03-02T17:00:00.000Z',
    })
    .reply(200, { success: true, invoice });
  const input = {
    invoiceId: 'i1',
    mode: 'card',
    amount: '$100',
    card__brand: 'Visa',
    card__last4: '4242',
    notes: 'At the desk',
    fulfilledAt: '2026-03-02T09:00:00-08:00',
  };
  expect(await run(recordPayment, input)).toMatchObject({ id: 'i1' });
});

test('an amount that was mapped and is empty is not all that is due', async () => {
  const empty = { invoiceId: 'i1', mode: 'cash', amount: ' ' };
  const inputDataRaw = { invoiceId: 'i1', mode: 'cash', amount: ' {{123__amount}}' };
  expect(await failure(run(recordPayment, empty, { inputDataRaw }))).toBe(
    '“Amount” is mapped, but there was nothing in it. Map another value, or leave the field empty if all that is due was paid.',
  );
  const { amount: _, ...withoutAmount } = inputDataRaw;
  const cleared = { ...withoutAmount, amount: null as unknown as string };
  for (const [amount, raw] of [
    ['', { ...inputDataRaw, amount: '' }],
    ['', withoutAmount],
    ['', cleared],
    ['250', inputDataRaw],
  ] as const) {
    highlevel().post('/invoices/i1/record-payment').reply(200, { success: true, invoice });
    const filled = { ...empty, amount };
    expect(await run(recordPayment, filled, { inputDataRaw: raw })).toMatchObject({ id: 'i1' });
  }
});

test('nothing repeats it if HighLevel failed', async () => {
  highlevel().post('/invoices/i1/record-payment').reply(500, { message: 'Internal server error' });
  const message = await failure(run(recordPayment, { invoiceId: 'i1', mode: 'cash' }));
  expect(message).toMatch(/[Cc]heck/);
});
