import type { Paging } from '../lib/polling/paging.ts';
import { record, withNamesOf } from '../lib/record.ts';
import { asObject, type JsonObject } from '../lib/values.ts';

/** The API’s status of an invoice → what people read (invoices.json, GetInvoiceResponseDto). */
export const invoiceStatuses = {
  draft: 'Draft',
  sent: 'Sent',
  payment_processing: 'Payment in process',
  partially_paid: 'Partially paid',
  paid: 'Paid',
  void: 'Void',
} as const;

const sample = {
  id: '6578278e879ad2646715ba9c',
  invoiceNumber: '19',
  name: 'Whitening for Maria Alvarez',
  title: 'INVOICE',
  status: 'paid',
  currency: 'USD',
  total: 450,
  amountPaid: 450,
  amountDue: 0,
  issueDate: '2026-03-02',
  dueDate: '2026-03-16',
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  contactName: 'Maria Alvarez',
  contactEmail: 'maria.alvarez@example.com',
  contactPhone: '+14155550134',
  liveMode: true,
  createdAt: '2026-03-02T16:04:11.000Z',
  updatedAt: '2026-03-04T09:30:45.000Z',
};

const inOneLevel = (records: JsonObject[]) =>
  records.map(({ contactDetails, ...one }) => {
    const { id, name, email, phoneNo } = asObject(contactDetails);
    return withNamesOf(sample, {
      ...one,
      id: one.id ?? one._id,
      invoiceNumber: one.invoiceNumber === undefined ? null : String(one.invoiceNumber),
      contactId: id ?? null,
      contactName: name ?? null,
      contactEmail: email || null,
      contactPhone: phoneNo || null,
    });
  });

const invoice = { noun: 'invoice', sample, labels: { liveMode: 'Is Live' }, complete: inOneLevel };

/** The list page by page, by numbers that are texts. */
export const invoicePages: Paging = {
  size: 100,
  params: ({ index, size }) => ({ limit: String(size), offset: String(index * size) }),
};

/** Invoices as the list has them, with the contact in one level. */
export const listedInvoices = record({ ...invoice, many: 'invoices' });

/** The same of one invoice that was written. */
export const writtenInvoice = record({ ...invoice, one: 'invoice' });
