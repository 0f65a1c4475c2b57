import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, dateTime, locationId, longText, money, text } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { inAltId } from '../../fields/invoices.ts';
import { create } from '../../lib/operations.ts';
import { writtenInvoice } from '../../records/listedInvoices.ts';
import { mappedAmount } from './mappedAmount.ts';

const input = zod.object({
  locationId,
  invoiceId: chosen('Invoice', 'list_invoice_choices.id.name').meta({
    search: 'find_invoice.id',
    helpText: 'Choose an invoice, or map one from an earlier step.',
  }),
  amount: money('Amount', 'Leave empty if all that is due was paid.').optional(),
  mode: choice('Paid By', {
    cash: 'Cash',
    card: 'Card',
    cheque: 'Check',
    bank_transfer: 'Bank transfer',
    other: 'Other',
  }),
  card: zod
    .object({
      brand: text('Card Brand', 'Only for a payment by card.').optional(),
      last4: text('Last Four Digits of the Card', 'Only for a payment by card.').optional(),
    })
    .refine(
      ({ brand, last4 }) => Boolean(brand) === Boolean(last4),
      '“Card Brand” and “Last Four Digits of the Card” go together: fill in both, or none.',
    )
    .optional(),
  cheque: zod
    .object({ number: text('Check Number', 'Only for a payment by check.').optional() })
    .optional(),
  notes: longText('Note').default('Recorded by Zapier'),
  fulfilledAt: dateTime('Paid At', 'Leave empty for now.').optional(),
});

export default defineCreate({
  key: 'record_payment',
  noun: 'Invoice',
  display: {
    label: 'Record Payment',
    description: 'Records that an invoice was paid in another way, for example in cash.',
  },
  operation: create('POST /invoices/{invoiceId}/record-payment', {
    input,
    // Only what fits the payment (api#recording-a-payment).
    request: ({ locationId: id, ...values }) => ({ ...values, ...inAltId(id) }),
    record: writtenInvoice,
    steps: [mappedAmount],
  }),
});
