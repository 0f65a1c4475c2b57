import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { forbidden } from '../gateway/errors.ts';
import { limit, optionalText, skip, text } from '../gateway/schemas.ts';
import { orders, subscriptions, transactions } from '../seed/payments.ts';
import type { Location } from '../state/state.ts';
import { iso, pageOf } from './records.ts';

const version = '2021-07-28' as const;
const DAY = 86_400_000;

const asked = {
  locationId: optionalText,
  altId: text,
  paymentMode: optionalText,
  startAt: zod.iso.date().optional(),
  endAt: zod.iso.date().optional(),
  search: optionalText,
  contactId: optionalText,
  limit: limit(100, 10),
  offset: skip,
};

const altType = zod.literal('location');

type Asked = {
  altId: string;
  startAt?: string | undefined;
  endAt?: string | undefined;
  contactId?: string | undefined;
  limit: number;
  offset: number;
};

type Dated = { contactId: string; createdAt: number };

/** A page of those of the days, in no order that the document promises, and how many there are. */
function found<T extends Dated>(all: Iterable<T>, query: Asked, location: Location) {
  // The sub-account is named as altId here, and compared as any other (api#location-check).
  if (query.altId !== location.id) throw forbidden();
  const start = query.startAt ? Date.parse(query.startAt) : 0;
  const end = query.endAt ? Date.parse(query.endAt) + DAY : Number.POSITIVE_INFINITY;
  const fitting = [...all].filter(
    ({ createdAt, contactId }) =>
      createdAt >= start && createdAt < end && (!query.contactId || contactId === query.contactId),
  );
  return { page: pageOf(fitting, query.offset, query.limit), totalCount: fitting.length };
}

/** A sale with `_id`, as all of these lists write it. */
const shown = <T extends { id: string; createdAt: number; updatedAt: number }>(
  { id, createdAt, updatedAt, ...rest }: T,
  location: Location,
) => ({
  _id: id,
  altId: location.id,
  altType: 'location',
  currency: 'USD',
  ...rest,
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});

const funnel = {
  entitySourceType: 'funnel',
  entitySourceName: 'Whitening offer',
  entitySourceId: 'BDBMEghdIUaqMPEsK349',
  paymentProviderType: 'stripe',
};

/** What is paid in a sub-account (payments.json). */
export const paymentLists = [
  endpoint(
    'GET /payments/transactions',
    {
      version,
      scopes: ['payments/transactions.readonly'],
      query: zod.strictObject({
        ...asked,
        altType,
        entitySourceType: optionalText,
        entitySourceSubType: optionalText,
        subscriptionId: optionalText,
        entityId: optionalText,
      }),
    },
    ({ query, location }) => {
      const { page, totalCount } = found(transactions(location).values(), query, location);
      const data = page.map(({ orderId: entityId, ...one }) => ({
        ...shown(one, location),
        entityType: 'order',
        entityId,
        ...funnel,
        entitySourceSubType: 'two_step_order_form',
        chargeSnapshot: { id: 'in_1', object: 'invoice' },
        ipAddress: '203.0.113.7',
        amountRefunded: 0,
        fulfilledAt: iso(one.createdAt),
      }));
      return { data, totalCount };
    },
  ),

  endpoint(
    'GET /payments/orders',
    {
      version,
      scopes: ['payments/orders.readonly'],
      // `altType` is not documented, and needed (api#payments-and-invoices).
      query: zod.strictObject({
        ...asked,
        altType: altType.optional(),
        status: optionalText,
        paymentStatus: optionalText,
        funnelProductIds: optionalText,
        sourceId: optionalText,
      }),
    },
    ({ query, location }) => {
      const { page, totalCount } = found(orders(location).values(), query, location);
      const data = page.map((one) => ({
        ...shown(one, location),
        subtotal: one.amount,
        discount: 0,
        totalProducts: 1,
        onetimeProducts: 1,
        recurringProducts: 0,
        sourceType: 'funnel',
        sourceSubType: 'one_step_order_form',
        sourceName: funnel.entitySourceName,
        sourceId: funnel.entitySourceId,
        fulfillmentStatus: 'unfulfilled',
      }));
      return { data, totalCount };
    },
  ),

  endpoint(
    'GET /payments/subscriptions',
    {
      version,
      scopes: ['payments/subscriptions.readonly'],
      query: zod.strictObject({
        ...asked,
        altType,
        entityId: optionalText,
        entitySourceType: optionalText,
        id: optionalText,
        getPaymentsCollectedCount: optionalText,
      }),
    },
    ({ query, location }) => {
      const { page, totalCount } = found(subscriptions(location).values(), query, location);
      const data = page.map((one) => ({
        ...shown(one, location),
        entityType: 'order',
        entityId: one.id,
        ...funnel,
        subscriptionId: `sub_${one.id}`,
        subscriptionSnapshot: { status: one.status.toUpperCase() },
      }));
      return { data, totalCount };
    },
  ),
];
