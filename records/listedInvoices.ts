import { record } from '../lib/record.ts';
import { asObject } from '../lib/values.ts';

/** The API’s status of an invoice → what people read (invoices.json, GetInvoiceResponseDto). */
export const invoiceStatuses = {
  draft: 'Draft',
  sent: 'Sent',
  payment_processing: 'Payment in process',
  partially_paid: 'Partially paid',
  paid: 'Paid',
  void: 'Void',
} as const;

/** Invoices as the list has them, with the contact in one level. */
export const listedInvoices = record({
  noun: 'invoice',
  many: 'invoices',
  sample: {
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
  },
  labels: { liveMode: 'Is Live' },
  complete: (records) =>
    records.map(({ contactDetails, ...one }) => {
      const { id, name, email, phoneNo } = asObject(contactDetails);
      return {
        id: one.id ?? one._id,
        invoiceNumber: one.invoiceNumber === undefined ? null : String(one.invoiceNumber),
        name: one.name,
        title: one.title,
        status: one.status,
        currency: one.currency,
        total: one.total,
        amountPaid: one.amountPaid,
        amountDue: one.amountDue,
        issueDate: one.issueDate,
        dueDate: one.dueDate,
        contactId: id ?? null,
        contactName: name ?? null,
        contactEmail: email ?? null,
        contactPhone: phoneNo ?? null,
        liveMode: one.liveMode,
        createdAt: one.createdAt,
        updatedAt: one.updatedAt,
        revision: one.revision,
      };
    }),
});
