import * as zod from 'zod';
import { choice, integer, money, text } from '../../fields/common.ts';
import { currency } from '../../fields/invoices.ts';
import type { Step } from '../../lib/operations.ts';
import { asObject, idOf } from '../../lib/values.ts';
import { writtenId } from '../../steps/writtenId.ts';

/** The section “Price” of a new product. */
export const price = zod
  .object({
    amount: money('Price', 'Leave empty to create the product without a price.').min(0).optional(),
    currency,
    name: text('Price Name', 'Leave empty to use the name of the product.').optional(),
    type: choice('Paid', { one_time: 'Once', recurring: 'Regularly' }).default('one_time'),
    interval: choice('Paid Every', {
      day: 'Day',
      week: 'Week',
      month: 'Month',
      year: 'Year',
    }).optional(),
    intervalCount: integer('Number of Intervals', 'For example 3 for every three months.')
      .min(1)
      .default(1),
  })
  .refine(
    ({ type, interval }) => type === 'one_time' || interval,
    'Choose “Paid Every” for a price that is paid regularly.',
  )
  .meta({ group: 'Price' });

interface Priced {
  locationId: string;
  name: string;
  price: zod.output<typeof price>;
}

const priceRoute = 'POST /products/{productId}/price';

/** Gives the new product its price, if it is to have one. */
export const addPrice: Step<Priced> = {
  routes: [priceRoute],
  after: async (run, product, { locationId, name, price: asked }) => {
    const { amount, interval, intervalCount, ...rest } = asked;
    if (amount === undefined) return product;
    const answer = await run.call(priceRoute, {
      name,
      ...rest,
      amount,
      ...(rest.type === 'recurring' ? { recurring: { interval, intervalCount } } : {}),
      productId: writtenId(product),
      locationId,
    });
    const { name: priceName, type: priceType, ...made } = asObject(answer);
    const known = { amount, currency: rest.currency };
    return { ...product, ...known, priceId: idOf(made), priceName, priceType };
  },
};
