import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, integer, locationId, longText, number, text, yesNo } from '../../fields/common.ts';
import { currency } from '../../fields/invoices.ts';
import { create, type Step } from '../../lib/operations.ts';
import { asObject, idOf } from '../../lib/values.ts';
import { pricedProduct, products } from '../../records/products.ts';
import { writtenId } from '../../steps/writtenId.ts';

const price = zod
  .object({
    amount: number('Price', 'Leave empty to create the product without a price.').min(0).optional(),
    currency,
    name: text('Price Name', 'Leave empty to use the name of the product.').optional(),
    type: choice('Paid', { one_time: 'Once', recurring: 'Again and again' }).default('one_time'),
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
    'Choose “Paid Every” for a price that is paid again and again.',
  )
  .meta({ group: 'Price' });

const input = zod.object({
  locationId,
  name: text('Name'),
  productType: choice('Type', {
    PHYSICAL: 'Physical',
    DIGITAL: 'Digital',
    SERVICE: 'Service',
    'PHYSICAL/DIGITAL': 'Physical and digital',
  }),
  description: longText('Description').optional(),
  image: text('Image', 'The web address of an image.').optional(),
  availableInStore: yesNo('Show in the Store').optional(),
  price,
});
type Values = zod.output<typeof input>;

const priceRoute = 'POST /products/{productId}/price';

const addPrice: Step<Values> = {
  routes: [priceRoute],
  after: async (run, product, { locationId: location, name, price: asked }) => {
    const { amount, interval, intervalCount, ...rest } = asked;
    if (amount === undefined) return product;
    const answer = await run.call(priceRoute, {
      name,
      ...rest,
      amount,
      ...(rest.type === 'recurring' ? { recurring: { interval, intervalCount } } : {}),
      productId: writtenId(product),
      locationId: location,
    });
    const made = asObject(answer);
    const { name: priceName, type: priceType } = made;
    return {
      ...product,
      priceId: idOf(made),
      priceName,
      amount,
      currency: rest.currency,
      priceType,
    };
  },
};

export default defineCreate({
  key: 'create_product',
  noun: 'Product',
  display: { label: 'Create Product', description: 'Creates a product, with a price if you like.' },
  operation: create('POST /products/', {
    input,
    request: ({ price: _, ...values }) => values,
    record: pricedProduct,
    steps: [addPrice],
    lookAgain: {
      route: 'GET /products/',
      request: ({ locationId: id, name }) => ({
        locationId: id,
        search: name,
        limit: 100,
        sortOrder: 'desc',
      }),
      record: products,
      isIt: (found, { name }) => found.name === name,
    },
  }),
});
