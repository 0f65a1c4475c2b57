/** Families that the sandbox has only from HighLevel's documents keep what is written. */
import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
});

const template = () => ({
  altId: client.locationId,
  altType: 'location',
  name: 'Whitening Plan',
  businessDetails: { name: 'Bright Smile Dental' },
  currency: 'USD',
  items: [{ name: 'Whitening', currency: 'USD', amount: 200, qty: 1 }],
});

const owner = () => `altId=${client.locationId}&altType=location`;
const listed = async () =>
  (await client.call(`GET /invoices/template?${owner()}&limit=10&offset=0`)).body;

test('a created invoice template is listed, got, updated, and deleted', async () => {
  const before = await listed();
  const made = await client.call('POST /invoices/template', template());
  expect(made.status).toBe(200);
  expect(made.body).toMatchObject({ name: 'Whitening Plan', currency: 'USD' });
  const { _id } = made.body;
  expect(await listed()).toMatchObject({
    data: [
      ...(before.data as object[]).map(() => expect.anything()),
      { _id, name: 'Whitening Plan' },
    ],
    totalCount: Number(before.totalCount) + 1,
  });
  const path = `/invoices/template/${_id}`;
  const get = () => client.call(`GET ${path}?${owner()}`);
  expect((await get()).body).toMatchObject({ _id, name: 'Whitening Plan' });
  const changed = { ...template(), name: 'Whitening Plus' };
  expect((await client.call(`PUT ${path}`, changed)).body).toMatchObject({ _id });
  expect((await get()).body).toMatchObject({ _id, name: 'Whitening Plus' });
  expect((await client.call(`DELETE ${path}?${owner()}`)).status).toBe(200);
  expect((await get()).status).toBe(404);
  expect(await listed()).toEqual({ ...before, traceId: expect.anything() });
});

test('what the documents want is wanted in their words, and nothing else is taken', async () => {
  const { name: _, ...nameless } = template();
  const create = (body: object) => client.call('POST /invoices/template', body);
  expect(await create(nameless)).toMatchObject({
    status: 422,
    body: { message: ['name should not be empty', 'name must be a string'] },
  });
  const [item] = template().items;
  expect(await create({ ...template(), items: [{ ...item, qty: 'two' }] })).toMatchObject({
    status: 422,
    body: { message: ['items.0.qty must be a number conforming to the specified constraints'] },
  });
  expect(await create({ ...template(), colour: 'red' })).toMatchObject({
    status: 422,
    body: { message: ['property colour should not exist'] },
  });
  expect((await create({ ...template(), altId: 'other' })).status).toBe(403);
});

test('a rate belongs to its shipping zone', async () => {
  const owner = { altId: client.locationId, altType: 'location' };
  const query = `?${new URLSearchParams(owner)}`;
  const zone = { ...owner, name: 'Coast', countries: [{ code: 'US' }] };
  const made = await client.call('POST /store/shipping-zone', zone);
  const { _id } = made.body.data as { _id: string };
  const rate = {
    ...owner,
    name: 'Standard',
    currency: 'USD',
    amount: 5,
    conditionType: 'none',
    minCondition: 0,
    maxCondition: 0,
    isCarrierRate: false,
    shippingCarrierId: 'x1',
    shippingCarrierServices: [],
  };
  const rates = (zoneId: string) => `/store/shipping-zone/${zoneId}/shipping-rate`;
  const created = await client.call(`POST ${rates(_id)}`, rate);
  expect([created.status, created.body]).toEqual([201, expect.anything()]);
  const { _id: rateId } = created.body.data as { _id: string };
  expect((await client.call(`GET ${rates(_id)}/${rateId}${query}`)).body.data).toMatchObject({
    name: 'Standard',
    amount: 5,
  });
  expect((await client.call(`POST ${rates('nobody')}`, rate)).status).toBe(404);
  expect((await client.call(`GET ${rates('nobody')}/${rateId}${query}`)).status).toBe(404);
});

test('what the sandbox has by hand and by the documents are the same records', async () => {
  const { locationId } = client;
  const product = { locationId, name: 'Whitening Pen', productType: 'PHYSICAL' };
  const { _id } = (await client.call('POST /products/', product)).body;
  const price = { locationId, name: 'Once', type: 'one_time', currency: 'USD', amount: 20 };
  const path = `/products/${_id}`;
  const { _id: priceId } = (await client.call(`POST ${path}/price`, price)).body;
  const query = `?locationId=${locationId}`;
  expect((await client.call(`GET ${path}${query}`)).body).toMatchObject({ name: 'Whitening Pen' });
  expect((await client.call(`GET ${path}/price${query}`)).body).toMatchObject({
    prices: [{ _id: priceId, name: 'Once', amount: 20 }],
    total: 1,
  });
  expect((await client.call(`DELETE ${path}${query}`)).status).toBe(200);
  expect((await client.call(`GET ${path}${query}`)).status).toBe(404);
  const found = await client.call(`GET /products/${query}&search=Pen`);
  expect(found.body.products).toEqual([]);
});

test('records of a sub-account are its own, and gone after a reset', async () => {
  const other = await clientOf(sandbox());
  await client.call('POST /invoices/template', template());
  const count = Number((await listed()).totalCount);
  const elsewhere = await sandbox().connect(
    'sub-account',
    undefined,
    [...sandbox().state.locations.keys()][1],
  );
  const headers = { authorization: `Bearer ${elsewhere.access_token}` };
  const query = `altId=${elsewhere.locationId}&altType=location&limit=10&offset=0`;
  const theirs = await other.call(`GET /invoices/template?${query}`, undefined, headers);
  expect(theirs.body.totalCount).toBe(2);
  sandbox().state.reset();
  expect((await listed()).totalCount).toBeLessThan(count);
});

test('a generation refuses what only the other one has', async () => {
  const path = `/calendars/services/catalog/x1?locationId=${client.locationId}`;
  expect((await client.call(`GET ${path}`)).status).toBe(404);
  const known = `GET /payments/coupon/list?${owner()}`;
  expect((await client.call(known)).status).toBe(200);
});
