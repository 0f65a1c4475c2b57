import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
});

const policies = 'custom_objects.insurance_policies';

test('a tag is kept in lower case, and there is one of a name', async () => {
  const call = () =>
    client.call(`POST /locations/${client.locationId}/tags`, { name: 'Looked Up ' });
  expect((await call()).body).toMatchObject({ tag: { name: 'looked up' } });
  expect((await call()).status).toBe(400);
});

test('an object is shown with its properties if they are asked for', async () => {
  const read = (more: string) =>
    client.call(`GET /objects/${policies}?locationId=${client.locationId}${more}`);
  expect((await read('')).body.fields).toEqual([]);
  expect((await read('&fetchProperties=true')).body.fields).toHaveLength(4);
});

test('a record takes only the properties of its object', async () => {
  const write = (properties: object) =>
    client.call(`POST /objects/${policies}/records`, {
      locationId: client.locationId,
      properties,
    });
  const { status, body } = await write({ policy_number: 'POL-1' });
  expect([status, body]).toMatchObject([
    201,
    { record: { properties: { policy_number: 'POL-1' } } },
  ]);
  expect((await write({ colour: 'red' })).body.message).toBe('Invalid key in properties: colour');
});

test('a contact that has a conversation gets no second one', async () => {
  const { body } = await client.call(
    `GET /conversations/search?locationId=${client.locationId}&limit=1`,
  );
  const [{ id, contactId }] = body.conversations as [{ id: string; contactId: string }];
  const again = await client.call('POST /conversations/', {
    locationId: client.locationId,
    contactId,
  });
  expect([again.status, again.body]).toMatchObject([400, { conversationId: id }]);
});

test('invoices come by the date of issue, of the own sub-account only', async () => {
  const list = (altId: string, more = '') =>
    client.call(`GET /invoices/?altId=${altId}&altType=location&limit=3&offset=0${more}`);
  const numbers = async (more: string) =>
    ((await list(client.locationId, more)).body.invoices as { invoiceNumber: number }[]).map(
      ({ invoiceNumber }) => invoiceNumber,
    );
  expect(await numbers('')).toEqual([1_001, 1_002, 1_003]);
  expect(await numbers('&sortField=issueDate&sortOrder=ascend')).toEqual([1_008, 1_007, 1_006]);
  expect((await list('another')).status).toBe(403);
});
