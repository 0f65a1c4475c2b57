import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, date, locationId, text } from '../../fields/common.ts';
import { contactId } from '../../fields/ids.ts';
import { search } from '../../lib/operations.ts';
import { fitsText } from '../../lib/texts.ts';
import { invoicePages, invoiceStatuses, listedInvoices } from '../../records/listedInvoices.ts';

const input = zod.object({
  locationId,
  contactId: contactId.optional(),
  status: choice('Status', invoiceStatuses).optional(),
  invoiceNumber: text('Invoice Number').optional(),
  search: text('Search Text', 'A name, an email or a phone number.').optional(),
  startAt: date('Issued On or After').optional(),
  endAt: date('Issued On or Before').optional(),
});

export default defineSearch({
  key: 'find_invoice',
  noun: 'Invoice',
  display: {
    label: 'Find Invoice',
    description: 'Finds the invoice that was issued last, for example to a contact.',
  },
  operation: search('GET /invoices/', {
    input,
    request: ({ locationId: altId, invoiceNumber: _, ...query }) => ({
      ...query,
      altId,
      altType: 'location',
      sortField: 'issueDate',
      sortOrder: 'descend',
    }),
    record: listedInvoices,
    paging: invoicePages,
    matches: (invoice, { invoiceNumber }) => fitsText(invoice.invoiceNumber, invoiceNumber),
  }),
});
