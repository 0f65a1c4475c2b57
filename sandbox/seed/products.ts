import { collection, perPlace } from '../state/collection.ts';
import type { Location } from '../state/state.ts';

/** A product as it was written (products.json, CreateProductDto). */
export type Product = {
  id: string;
  name: string;
  productType: string;
  description?: string | undefined;
  image?: string | undefined;
  availableInStore?: boolean | undefined;
  createdAt: number;
  updatedAt: number;
};

const PRODUCTS: [name: string, type: string][] = [
  ['Check-Up', 'SERVICE'],
  ['Electric Toothbrush', 'PHYSICAL'],
];

export const products = collection<Product>('products', ({ hexId, ago }) =>
  PRODUCTS.map(([name, productType], i) => ({
    id: hexId(name),
    name,
    productType,
    availableInStore: true,
    createdAt: ago(200 - i),
    updatedAt: ago(20 - i),
  })),
);

/** A price as it was written (products.json, CreatePriceDto). */
export type Price = {
  id: string;
  name: string;
  type: string;
  currency: string;
  amount: number;
  createdAt: number;
  updatedAt: number;
};

/** Prices of each product, by its ID. */
const pricesByProduct = perPlace((_: Location) => new Map<string, Map<string, Price>>());

/** The prices of a product; none at first. */
export function prices(location: Location, productId: string): Map<string, Price> {
  const all = pricesByProduct(location);
  const known = all.get(productId) ?? new Map<string, Price>();
  all.set(productId, known);
  return known;
}

/** A trigger link (links.json, LinkSchema). */
export type Link = { id: string; name: string; redirectTo: string };

export const links = collection<Link>('links', ({ id }) => [
  { id: id('Review us'), name: 'Review us', redirectTo: 'https://reviews.example.com' },
]);
