import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
});

const policies = 'custom_objects.insurance_policies';

test('a custom value keeps its key under a new name, and needs both name and value', async () => {
  const home = `/locations/${client.locationId}/customValues`;
  const { body } = await client.call(`GET ${home}`);
  const [first] = body.customValues as { id: string; fieldKey: string }[];
  const write = (sent: object) => client.call(`PUT ${home}/${first?.id}`, sent);
  expect((await write({ value: 'x' })).status).toBe(422);
  expect((await write({ name: 'Hours', value: '' })).status).toBe(200);
  expect((await client.call(`GET ${home}/${first?.id}`)).body.customValue).toMatchObject({
    name: 'Hours',
    value: '',
    fieldKey: first?.fieldKey,
  });
  expect((await client.call(`GET ${home}/nobody`)).status).toBe(400);
});

test('a record keeps what is not sent, takes the sub-account in the query alone, and goes', async () => {
  const made = await client.call(`POST /objects/${policies}/records`, {
    locationId: client.locationId,
    properties: { policy_number: 'POL-1', carrier: 'Delta' },
  });
  const { id } = made.body.record as { id: string };
  const change = (query: string, body: object) =>
    client.call(`PUT /objects/${policies}/records/${id}${query}`, body);
  const here = `?locationId=${client.locationId}`;
  const properties = { carrier: 'Cigna' };
  expect((await change(here, { locationId: client.locationId, properties })).status).toBe(422);
  expect((await change(here, { properties: { colour: 'red' } })).status).toBe(400);
  expect((await change(here, { properties })).body.record).toMatchObject({
    properties: { policy_number: 'POL-1', carrier: 'Cigna' },
  });
  const path = `/objects/${policies}/records/${id}`;
  expect((await client.call(`DELETE ${path}`)).body).toMatchObject({ id, success: true });
  expect((await client.call(`GET ${path}`)).status).toBe(400);
});
