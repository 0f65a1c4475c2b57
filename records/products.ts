import { record, withNamesOf } from '../lib/record.ts';

const sample = {
  id: '655b33a82209e60b6adb87a5',
  name: 'Whitening Kit',
  productType: 'PHYSICAL',
  description: 'For use at home',
  image: 'https://shop.example.com/whitening-kit.png',
  availableInStore: true,
  slug: 'whitening-kit',
  locationId: 've9EPM428h8vShlRW1KT',
  createdAt: '2026-03-02T16:04:11.000Z',
  updatedAt: '2026-03-04T09:30:45.000Z',
};

const labels = { locationId: 'Sub-Account ID', availableInStore: 'Is in the Store' };

/** Products as the list has them (products.json, DefaultProductResponseDto). */
export const products = record({ noun: 'product', many: 'products', sample, labels });

const priced = {
  ...sample,
  priceId: '655b33aa2209e60b6adb87a7',
  priceName: 'Whitening Kit',
  amount: 89.5,
  currency: 'USD',
  priceType: 'one_time',
};

/** A product with the price that it was given; null if it was given none. */
export const pricedProduct = record({
  noun: 'product',
  sample: priced,
  labels: { ...labels, amount: 'Price' },
  complete: (records) => records.map((one) => withNamesOf(priced, one)),
});
