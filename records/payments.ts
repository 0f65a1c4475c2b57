import type { Paging } from '../lib/polling/paging.ts';
import { record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';

/** Lists of payments page by `offset` and `limit`, in no order that a document states (api#payments-and-invoices). */
export const offsetPages: Paging = {
  size: 100,
  params: ({ index, size }) => ({ limit: size, offset: index * size }),
};

/** The sub-account, as the payment endpoints call it. */
export const asAltId = ({ locationId }: { locationId: string }) => ({
  altId: locationId,
  altType: 'location',
});

/** Without the raw records of the payment provider, which hold data of cards, and without what the request said. */
const complete = (records: JsonObject[]): JsonObject[] =>
  records.map(
    ({ chargeSnapshot, subscriptionSnapshot, ipAddress, altId, altType, _id, ...one }) => ({
      ...one,
      id: one.id ?? _id,
    }),
  );

const buyer = {
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  contactName: 'Maria Alvarez',
  contactEmail: 'maria.alvarez@example.com',
  currency: 'USD',
  amount: 450,
};

const dates = { createdAt: '2026-03-02T16:04:11.000Z', updatedAt: '2026-03-04T09:30:45.000Z' };

const charged = {
  liveMode: true,
  entityType: 'order',
  entityId: '61dd0fe9c077f73e67f78803',
  entitySourceType: 'funnel',
  entitySourceName: 'Whitening offer',
  entitySourceId: 'BDBMEghdIUaqMPEsK349',
  subscriptionId: 'sub_1KGcXDCScnf89tZoVkoEMCEL',
  paymentProviderType: 'stripe',
};

const labels = {
  liveMode: 'Is Live',
  entityType: 'For',
  entityId: 'For ID',
  entitySourceType: 'Source Type',
  entitySourceSubType: 'Source Subtype',
  entitySourceName: 'Source Name',
  entitySourceId: 'Source ID',
  paymentProviderType: 'Payment Provider',
};

/** Payments (payments.json, TxnResponseSchema). */
export const transactions = record({
  noun: 'payment',
  many: 'data',
  sample: {
    id: '61dd0feac077f72010f78804',
    ...buyer,
    status: 'succeeded',
    ...charged,
    entitySourceSubType: 'two_step_order_form',
    chargeId: 'in_1KGcXDCScnf89tZohCsmImwE',
    amountRefunded: 0,
    ...dates,
    fulfilledAt: '2026-03-02T16:04:15.000Z',
  },
  labels,
  complete,
});

/** Orders (payments.json, OrderResponseSchema). */
export const orders = record({
  noun: 'order',
  many: 'data',
  sample: {
    id: '653f5e0cde5a1314e62a837c',
    ...buyer,
    subtotal: 500,
    discount: 50,
    status: 'completed',
    liveMode: true,
    totalProducts: 2,
    onetimeProducts: 1,
    recurringProducts: 1,
    sourceType: 'funnel',
    sourceSubType: 'one_step_order_form',
    sourceName: 'Whitening offer',
    sourceId: 'BDBMEghdIUaqMPEsK349',
    couponCode: 'SPRING',
    fulfillmentStatus: 'unfulfilled',
    ...dates,
  },
  labels: { ...labels, onetimeProducts: 'One-Time Products', sourceSubType: 'Source Subtype' },
  complete,
});

/** Subscriptions with the status before the present one, if a poll has seen it (payments.json, SubscriptionResponseSchema). */
export const subscriptions = record({
  noun: 'subscription',
  many: 'data',
  sample: {
    id: '64bf78af39118e4011926cba',
    ...buyer,
    status: 'active',
    formerStatus: 'trialing',
    ...charged,
    ...dates,
  },
  labels: { ...labels, subscriptionId: 'Provider’s Subscription ID' },
  complete,
});
