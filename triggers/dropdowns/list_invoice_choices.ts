import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { inAltId } from '../../fields/invoices.ts';
import { choices } from '../../lib/operations.ts';
import { invoicePages, listedInvoices } from '../../records/listedInvoices.ts';

export default defineTrigger({
  key: 'list_invoice_choices',
  noun: 'Invoice',
  display: {
    label: 'List Invoice Choices',
    description: 'Fills the dropdown of invoices.',
    hidden: true,
  },
  operation: choices('GET /invoices/', {
    input: zod.object({ locationId }),
    request: ({ locationId: id }) => inAltId(id),
    list: listedInvoices,
    name: ({ invoiceNumber, contactName, total, currency, status }) =>
      [invoiceNumber, contactName, `${total} ${currency}`, status].filter(Boolean).join(' · '),
    paging: invoicePages,
  }),
});
