import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail, forbidden } from '../gateway/errors.ts';
import { isoDate, optionalText, text } from '../gateway/schemas.ts';
import { type ListedInvoice, listedInvoices } from '../seed/payments.ts';
import type { Location } from '../state/state.ts';
import { shownInvoice } from './invoices.ts';
import { existing } from './records.ts';

const statement = { version: '2021-07-28' as const, scopes: ['invoices.write'] };

const owner = { altId: text, altType: zod.literal('location') };

const address = zod.strictObject({
  addressLine1: optionalText,
  addressLine2: optionalText,
  city: optionalText,
  state: optionalText,
  countryCode: optionalText,
  postalCode: optionalText,
});

const tax = zod.strictObject({
  _id: text,
  name: text,
  rate: zod.number(),
  calculation: zod.literal('exclusive').optional(),
  description: optionalText,
  taxId: optionalText,
});

/** Without its type an item is a 500 (api#invoice-items). */
const item = zod.strictObject({
  name: text,
  description: optionalText,
  productId: optionalText,
  priceId: optionalText,
  currency: text,
  amount: zod.number().min(0),
  qty: zod.number().min(0),
  taxes: zod.array(tax).default([]),
  type: zod.enum(['one_time', 'recurring']).optional(),
});
type Item = zod.output<typeof item>;

const body = zod.strictObject({
  ...owner,
  name: text,
  title: text.max(40).optional(),
  businessDetails: zod.strictObject({
    name: optionalText,
    phoneNo: optionalText,
    website: optionalText,
    logoUrl: optionalText,
    address: address.optional(),
  }),
  currency: text,
  items: zod.array(item).min(1),
  discount: zod.strictObject({ value: zod.number(), type: zod.enum(['percentage', 'fixed']) }),
  termsNotes: optionalText,
  /** Phone and email must be there (api#invoice-contact). */
  contactDetails: zod.strictObject({
    id: text,
    name: zod.string(),
    phoneNo: zod.string(),
    email: zod.string(),
    companyName: optionalText,
    address: address.optional(),
  }),
  invoiceNumber: optionalText,
  issueDate: zod.iso.date(),
  dueDate: zod.iso.date().optional(),
  sentTo: zod.strictObject({
    email: zod.array(zod.email()),
    phoneNo: zod.array(zod.string()).optional(),
  }),
  liveMode: zod.boolean(),
});
type Written = zod.output<typeof body>;

const totalOf = (items: Item[]): number =>
  items.reduce((sum, { amount, qty, taxes }) => {
    const rate = taxes.reduce((all, one) => all + one.rate, 0);
    return sum + Math.round(amount * qty * (100 + rate)) / 100;
  }, 0);

/** The sub-account is called altId here, and compared as any other (api#location-check). */
const checkOwner = ({ altId }: { altId: string }, location: Location): void => {
  if (altId !== location.id) throw forbidden();
};

const invoiceOf = (location: Location, id: string): ListedInvoice =>
  existing(listedInvoices(location).get(id), 'Invoice', id);

const lastNumber = (location: Location): number =>
  Math.max(1_000, ...[...listedInvoices(location).values()].map(({ number }) => number));

const addressees = (invoice: ListedInvoice): Written['sentTo'] =>
  (invoice.written as Written | undefined)?.sentTo ?? { email: [invoice.contactEmail] };

/** What is written of invoices (invoices.json). */
export const invoiceWrites = [
  endpoint('POST /invoices/', { ...statement, body }, (call) => {
    const { body: sent, location, state, now } = call;
    checkOwner(sent, location);
    const { items, altId: _, altType: __, invoiceNumber, ...written } = sent;
    if (items.some(({ type }) => !type)) throw fail(500, 'Internal server error');
    const invoice: ListedInvoice = {
      id: state.newId('hex'),
      contactId: sent.contactDetails.id,
      contactName: sent.contactDetails.name,
      contactEmail: sent.contactDetails.email,
      amount: totalOf(items),
      amountPaid: 0,
      status: 'draft',
      liveMode: sent.liveMode,
      number: Number(invoiceNumber) || lastNumber(location) + 1,
      createdAt: now,
      updatedAt: now,
      written: { ...written, invoiceItems: items },
    };
    listedInvoices(location).set(invoice.id, invoice);
    return shownInvoice(invoice, location);
  }),

  /** `liveMode`, `action` and `userId` are required to send (invoices.json, SendInvoiceDto). */
  endpoint(
    'POST /invoices/{invoiceId}/send',
    {
      ...statement,
      body: zod.strictObject({
        ...owner,
        userId: text,
        action: zod.enum(['sms_and_email', 'send_manually', 'email', 'sms']),
        liveMode: zod.boolean(),
      }),
    },
    ({ path, body: sent, location, now }) => {
      checkOwner(sent, location);
      const known = invoiceOf(location, path.invoiceId);
      const { email, phoneNo = [] } = addressees(known);
      const lacks = (way: string, list: string[]) => sent.action.includes(way) && list.length === 0;
      if (lacks('email', email) || lacks('sms', phoneNo)) throw fail(400, 'No recipient found');
      const invoice = { ...known, status: 'sent', liveMode: sent.liveMode, updatedAt: now };
      listedInvoices(location).set(invoice.id, invoice);
      return { invoice: shownInvoice(invoice, location), smsData: {}, emailData: {} };
    },
  ),

  /** Card and check are wanted only for a payment by them (api#recording-a-payment). */
  endpoint(
    'POST /invoices/{invoiceId}/record-payment',
    {
      ...statement,
      body: zod.strictObject({
        ...owner,
        mode: zod.enum(['cash', 'card', 'cheque', 'bank_transfer', 'other']),
        card: zod.strictObject({ brand: zod.string(), last4: zod.string() }).optional(),
        cheque: zod.strictObject({ number: zod.string() }).optional(),
        notes: text,
        amount: zod.number().min(0).optional(),
        fulfilledAt: isoDate.optional(),
      }),
    },
    ({ path, body: sent, location, now }) => {
      checkOwner(sent, location);
      const known = invoiceOf(location, path.invoiceId);
      const due = known.amount - known.amountPaid;
      const { amount = due } = sent;
      if (amount > due || due === 0) throw fail(400, 'Amount is more than the amount due');
      const status = amount === due ? 'paid' : 'partially_paid';
      const amountPaid = known.amountPaid + amount;
      const invoice = { ...known, status, amountPaid, updatedAt: now };
      listedInvoices(location).set(invoice.id, invoice);
      return { success: true, invoice: shownInvoice(invoice, location) };
    },
  ),
];
