import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { forbidden } from '../gateway/errors.ts';
import { limit, optionalText, skip, text } from '../gateway/schemas.ts';
import { contacts } from '../seed/contacts.ts';
import { type ListedInvoice, listedInvoices } from '../seed/payments.ts';
import type { Location } from '../state/state.ts';
import { iso, pageOf } from './records.ts';

const DAY = 86_400_000;

const invoiceQuery = zod.strictObject({
  altId: text,
  altType: zod.literal('location'),
  status: optionalText,
  startAt: zod.iso.date().optional(),
  endAt: zod.iso.date().optional(),
  search: optionalText,
  paymentMode: zod.enum(['default', 'live', 'test']).optional(),
  contactId: optionalText,
  limit: limit(100, 10),
  offset: skip,
  sortField: zod.literal('issueDate').optional(),
  sortOrder: zod.enum(['ascend', 'descend']).default('descend'),
});

/** By id, name, email or phone (invoices.json, `search`). */
const holds = (invoice: ListedInvoice, words = ''): boolean =>
  [invoice.id, nameOf(invoice), invoice.contactName, invoice.contactEmail].some((part) =>
    part.toLowerCase().includes(words.toLowerCase()),
  );

const nameOf = ({ contactName }: ListedInvoice): string => `Treatment of ${contactName}`;

/** As the list has it (invoices.json, GetInvoiceResponseDto). */
const shown = (invoice: ListedInvoice, location: Location) => ({
  _id: invoice.id,
  altId: location.id,
  altType: 'location',
  name: nameOf(invoice),
  title: 'INVOICE',
  status: invoice.status,
  liveMode: invoice.liveMode,
  currency: 'USD',
  invoiceNumber: invoice.number,
  businessDetails: { name: location.record.name },
  contactDetails: {
    id: invoice.contactId,
    name: invoice.contactName,
    email: invoice.contactEmail,
    phoneNo: contacts(location).get(invoice.contactId)?.phone ?? '',
  },
  issueDate: iso(invoice.createdAt).slice(0, 10),
  dueDate: iso(invoice.createdAt + 14 * DAY).slice(0, 10),
  invoiceItems: [{ name: 'Treatment', qty: 1, amount: invoice.amount, currency: 'USD', taxes: [] }],
  discount: { type: 'percentage', value: 0 },
  total: invoice.amount,
  amountPaid: invoice.amountPaid,
  amountDue: invoice.amount - invoice.amountPaid,
  totalSummary: { subTotal: invoice.amount, discount: 0, tax: 0 },
  createdAt: iso(invoice.createdAt),
  updatedAt: iso(invoice.updatedAt),
});

/** The invoices of a sub-account (invoices.json). */
export const invoiceList = [
  endpoint(
    'GET /invoices/',
    { version: '2021-07-28', scopes: ['invoices.readonly'], query: invoiceQuery },
    ({ query, location }) => {
      // The sub-account is called altId here, and compared as any other (api#location-check).
      if (query.altId !== location.id) throw forbidden();
      const { status, contactId, search, startAt, endAt, sortOrder, offset, limit: size } = query;
      const start = startAt ? Date.parse(startAt) : 0;
      const end = endAt ? Date.parse(endAt) + DAY : Number.POSITIVE_INFINITY;
      const sign = sortOrder === 'ascend' ? 1 : -1;
      const found = [...listedInvoices(location).values()]
        .filter((one) => !status || one.status === status)
        .filter((one) => !contactId || one.contactId === contactId)
        .filter(({ createdAt }) => createdAt >= start && createdAt < end)
        .filter((one) => holds(one, search))
        .sort((a, b) => sign * (a.createdAt - b.createdAt));
      const page = pageOf(found, offset, size);
      return { invoices: page.map((one) => shown(one, location)), total: found.length };
    },
  ),
];
