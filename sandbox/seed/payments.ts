import { collection } from '../state/collection.ts';
import { contacts } from './contacts.ts';

/** What payments, orders and subscriptions have in common. */
type Sale = {
  id: string;
  contactId: string;
  contactName: string;
  contactEmail: string;
  amount: number;
  status: string;
  liveMode: boolean;
  createdAt: number;
  updatedAt: number;
};

/** A payment (payments.json, TxnResponseSchema). */
export type Transaction = Sale & { orderId: string };

const OFFERS = [450, 89, 1_200, 65];

const sales = <T extends Sale>(
  name: string,
  count: number,
  more: (index: number, id: (part: string) => string) => Omit<T, Exclude<keyof Sale, 'status'>>,
) =>
  collection<T>(name, ({ place, hexId, ago }) =>
    Array.from({ length: place.isMain ? count : 1 }, (_, i) => {
      const contact = contacts(place).seededAt(i);
      return {
        id: hexId(i),
        contactId: contact?.id ?? '',
        contactName: [contact?.firstName, contact?.lastName].filter(Boolean).join(' '),
        contactEmail: contact?.email ?? '',
        amount: OFFERS[i % OFFERS.length] ?? 0,
        liveMode: true,
        createdAt: ago(i * 1.5 + 0.2),
        updatedAt: ago(i * 1.5 + 0.1),
        ...more(i, (part) => hexId(i, part)),
      } as unknown as T;
    }),
  );

export const transactions = sales<Transaction>('transactions', 18, (i, id) => ({
  status: i % 6 === 5 ? 'failed' : 'succeeded',
  orderId: id('order'),
}));

/** An order (payments.json, OrderResponseSchema). */
export const orders = sales<Sale>('orders', 14, (i) => ({
  status: i % 5 === 4 ? 'pending' : 'completed',
}));

/** A subscription (payments.json, SubscriptionResponseSchema). */
export const subscriptions = sales<Sale>('subscriptions', 9, (i) => ({
  status: i % 4 === 3 ? 'canceled' : 'active',
}));

/** An invoice as the list has it (invoices.json, GetInvoiceResponseDto). */
export type ListedInvoice = Sale & { number: number; amountPaid: number };

export const listedInvoices = sales<ListedInvoice>('listedInvoices', 8, (i) => ({
  status: i % 3 === 0 ? 'paid' : 'sent',
  number: 1_001 + i,
  amountPaid: i % 3 === 0 ? (OFFERS[i % OFFERS.length] ?? 0) : 0,
}));
