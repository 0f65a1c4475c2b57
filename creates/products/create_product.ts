import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId, longText, text, yesNo } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { pricedProduct, products } from '../../records/products.ts';
import { addPrice, price } from './productPrice.ts';

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
