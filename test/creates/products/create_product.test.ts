import createProduct from '../../../creates/products/create_product.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const kit = { name: 'Kit', productType: 'PHYSICAL' };
const product = { _id: 'p1', ...kit, createdAt: '2026-03-02T16:04:11.000Z' };
const makes = () => highlevel().post('/products/', { locationId: 'loc1', ...kit });

test('creates a product alone', async () => {
  makes().reply(201, product);
  expect(await run(createProduct, kit)).toMatchObject({ id: 'p1', name: 'Kit', priceId: null });
});

test('gives it a price', async () => {
  makes().reply(201, product);
  highlevel()
    .post('/products/p1/price', {
      locationId: 'loc1',
      name: 'Kit',
      type: 'one_time',
      currency: 'EUR',
      amount: 1089.5,
    })
    .reply(201, { _id: 'pr1', name: 'Kit', type: 'one_time', amount: 1089.5 });
  const input = { ...kit, price__amount: '1,089.50', price__currency: 'eur' };
  expect(await run(createProduct, input)).toMatchObject({
    id: 'p1',
    priceId: 'pr1',
    priceName: 'Kit',
    amount: 1089.5,
    currency: 'EUR',
    priceType: 'one_time',
  });
});

test('gives it a price that is paid again and again', async () => {
  makes().reply(201, product);
  highlevel()
    .post('/products/p1/price', {
      locationId: 'loc1',
      name: 'Quarterly',
      type: 'recurring',
      currency: 'USD',
      amount: 30,
      recurring: { interval: 'month', intervalCount: 3 },
    })
    .reply(201, { _id: 'pr1', name: 'Quarterly', type: 'recurring' });
  const input = {
    ...kit,
    price__amount: 30,
    price__name: 'Quarterly',
    price__type: 'recurring',
    price__interval: 'month',
    price__intervalCount: '3',
  };
  expect(await run(createProduct, input)).toMatchObject({ priceType: 'recurring' });
});

test('asks how often it is paid', async () => {
  const input = { ...kit, price__amount: 30, price__type: 'recurring' };
  expect(await failure(run(createProduct, input))).toContain('Choose “Paid Every”');
});

test('prices what HighLevel made although it failed', async () => {
  makes().reply(500, { message: 'Internal server error' });
  highlevel()
    .get('/products/?locationId=loc1&search=Kit&limit=100&sortOrder=desc')
    .reply(200, { products: [{ ...product, createdAt: new Date().toISOString() }], total: [] });
  highlevel().post('/products/p1/price').reply(201, { _id: 'pr1' });
  expect(await run(createProduct, { ...kit, price__amount: 30 })).toMatchObject({
    id: 'p1',
    priceId: 'pr1',
  });
});

test('says that the product is there if its price was refused', async () => {
  makes().reply(201, product);
  highlevel()
    .post('/products/p1/price')
    .reply(422, { message: ['currency must be valid'] });
  const message = await failure(run(createProduct, { ...kit, price__amount: 30 }));
  expect(message).toContain('HighLevel did part of this step');
});

test.each([
  [{ price__amount: '-5' }, '“Price” must be 0 or more.'],
  [
    {
      price__amount: '5',
      price__type: 'recurring',
      price__interval: 'month',
      price__intervalCount: 0,
    },
    '“Number of Intervals” must be 1 or more.',
  ],
])('a price that cannot be is refused before there is a product: %j', async (price, sentence) => {
  // Nothing is mocked: no product is made.
  expect(await failure(run(createProduct, { ...kit, ...price }))).toContain(sentence);
});
