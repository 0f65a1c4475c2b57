import { type Client, clientOf, useSandbox } from './client.ts';

type Raw = Record<string, unknown>;

const sandbox = useSandbox();
let client: Client;
let locationId: string;
beforeAll(async () => {
  client = await clientOf(sandbox());
  locationId = client.locationId;
});

const create = async (name: string) =>
  (await client.call('POST /businesses/', { locationId, name, phone: '+12125550100' })).body;

test('a created business stands under a misspelled key', async () => {
  const answer = await create('Harbor Cafe');
  expect(answer).toMatchObject({ success: true, buiseness: { name: 'Harbor Cafe', locationId } });
});

test('an update keeps what it does not name, and takes no locationId', async () => {
  const { buiseness } = (await create('Corner Shop')) as { buiseness: Raw };
  const route = `PUT /businesses/${buiseness.id}`;
  expect((await client.call(route, { city: 'Albany' })).body.buiseness).toMatchObject({
    name: 'Corner Shop',
    phone: '+12125550100',
    city: 'Albany',
  });
  expect((await client.call(route, { locationId })).status).toBe(422);
});

test('a deleted business leaves its contacts without one', async () => {
  const { buiseness } = (await create('Short Lived')) as { buiseness: Raw };
  const { body } = await client.call('POST /contacts/', { locationId, firstName: 'Staff' });
  const { id } = body.contact as Raw;
  const bulk = { locationId, ids: [id], businessId: buiseness.id };
  const read = async () => (await client.call(`GET /contacts/${id}`)).body.contact as Raw;

  expect((await client.call('POST /contacts/bulk/business', bulk)).body).toMatchObject({
    success: true,
    ids: [id],
  });
  expect((await read()).businessId).toBe(buiseness.id);
  expect((await client.call(`DELETE /businesses/${buiseness.id}`)).body.success).toBe(true);
  expect(await read()).not.toHaveProperty('businessId');
  expect((await client.call(`GET /businesses/${buiseness.id}`)).status).toBe(400);
});

test('null takes contacts out of their business', async () => {
  const { buiseness } = (await create('Revolving Door')) as { buiseness: Raw };
  const { body } = await client.call('POST /contacts/', { locationId, firstName: 'Temp' });
  const { id } = body.contact as Raw;
  for (const businessId of [buiseness.id, null]) {
    await client.call('POST /contacts/bulk/business', { locationId, ids: [id], businessId });
  }
  expect((await client.call(`GET /contacts/${id}`)).body.contact).not.toHaveProperty('businessId');
});
