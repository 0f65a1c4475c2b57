import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { invoiceStatuses, listedInvoices } from '../../records/listedInvoices.ts';
import { asAltId, offsetPages } from '../../records/payments.ts';

const input = zod.object({
  locationId,
  status: choice(
    'New Status',
    invoiceStatuses,
    'Only changes to this status. Leave empty for all.',
  ).optional(),
});

export default defineTrigger({
  key: 'invoice_changed',
  noun: 'Invoice',
  display: {
    label: 'Invoice Paid or Changed',
    description: 'Triggers when an invoice is created, sent, paid in part or in full, or voided.',
  },
  operation: trigger('GET /invoices/', {
    input,
    request: asAltId,
    record: listedInvoices,
    paging: offsetPages,
    follow: { state: ({ status, amountPaid }) => `${status} ${amountPaid ?? 0}` },
    filter: ({ status: now }, { status }) => !status || now === status,
  }),
});
