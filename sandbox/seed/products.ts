import { collection } from '../state/collection.ts';

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

/** A trigger link (links.json, LinkSchema). */
export type Link = { id: string; name: string; redirectTo: string };

export const links = collection<Link>('links', ({ id }) => [
  { id: id('Review us'), name: 'Review us', redirectTo: 'https://reviews.example.com' },
]);
