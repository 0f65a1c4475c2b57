import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { optionalText, skip, text } from '../gateway/schemas.ts';
import { type Product, prices, products } from '../seed/products.ts';
import { slugOf } from '../state/ids.ts';
import type { Location } from '../state/state.ts';
import { existing, iso, pageOf } from './records.ts';

const version = '2021-07-28' as const;

const shown = ({ id, createdAt, updatedAt, ...rest }: Product, location: Location) => ({
  _id: id,
  availableInStore: false,
  ...rest,
  locationId: location.id,
  slug: slugOf(rest.name),
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});

const recurring = zod.strictObject({
  interval: zod.enum(['day', 'week', 'month', 'year']),
  intervalCount: zod.number().min(1),
});

/** Products and their prices (products.json). */
export const productEndpoints = [
  endpoint(
    'GET /products/',
    {
      version,
      scopes: ['products.readonly'],
      query: zod.strictObject({
        locationId: text,
        search: optionalText,
        limit: zod.coerce.number().int().min(0).default(0),
        offset: skip,
        sortOrder: zod.enum(['asc', 'desc']).default('desc'),
      }),
    },
    ({ query: { search = '', limit, offset, sortOrder }, location }) => {
      const sign = sortOrder === 'asc' ? 1 : -1;
      const found = [...products(location).values()]
        .filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
        .sort((a, b) => sign * (a.createdAt - b.createdAt));
      const page = pageOf(found, offset, limit || found.length);
      return {
        products: page.map((one) => shown(one, location)),
        total: [{ total: found.length }],
      };
    },
  ),

  endpoint(
    'POST /products/',
    {
      version,
      scopes: ['products.write'],
      status: 201,
      body: zod.strictObject({
        locationId: text,
        name: text,
        productType: zod.enum(['DIGITAL', 'PHYSICAL', 'SERVICE', 'PHYSICAL/DIGITAL']),
        description: optionalText,
        image: optionalText,
        availableInStore: zod.boolean().optional(),
      }),
    },
    ({ body: { locationId: _, ...sent }, location, state, now }) => {
      const product = { id: state.newId('hex'), ...sent, createdAt: now, updatedAt: now };
      products(location).set(product.id, product);
      return shown(product, location);
    },
  ),

  endpoint(
    'POST /products/{productId}/price',
    {
      version,
      scopes: ['products/prices.write'],
      status: 201,
      body: zod.strictObject({
        locationId: text,
        name: text,
        type: zod.enum(['one_time', 'recurring']),
        currency: text,
        amount: zod.number().min(0),
        recurring: recurring.optional(),
      }),
    },
    ({ path: { productId }, body, location, state, now }) => {
      const product = existing(products(location).get(productId), 'Product', productId).id;
      const { locationId, ...sent } = body;
      const price = { id: state.newId('hex'), ...sent, createdAt: now, updatedAt: now };
      prices(location, product).set(price.id, price);
      const { id: _id, ...rest } = price;
      return { _id, product, ...rest, locationId, createdAt: iso(now), updatedAt: iso(now) };
    },
  ),
];
