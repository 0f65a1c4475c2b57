import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
});

const search = (key: string, more: object = {}) =>
  client.call(`POST /objects/${key}/records/search`, {
    locationId: client.locationId,
    page: 1,
    pageLimit: 5,
    query: '',
    searchAfter: [],
    ...more,
  });

test('lists the standard objects and two custom ones', async () => {
  const { body } = await client.call(`GET /objects/?locationId=${client.locationId}`);
  expect((body.objects as { key: string }[]).map(({ key }) => key)).toEqual([
    'contact',
    'opportunity',
    'business',
    'custom_objects.insurance_policies',
    'custom_objects.treatment_plans',
  ]);
});

test('searches the records of a custom object page by page', async () => {
  const first = await search('custom_objects.insurance_policies');
  const last = await search('custom_objects.insurance_policies', { page: 3 });
  expect(first.body).toMatchObject({ total: 12, records: [{}, {}, {}, {}, {}] });
  expect(last.body.records).toHaveLength(2);
});

test('searches businesses as the object “business”', async () => {
  const { body } = await search('business', { query: 'name:Empire' });
  expect(body.records).toMatchObject([{ properties: { name: 'Empire Catering' } }]);
});

test.each([
  ['contact', {}, 400],
  ['pets', {}, 400],
  ['custom_objects.treatment_plans', { page: 2001 }, 400],
  ['custom_objects.treatment_plans', { searchAfter: ['x'] }, 400],
  ['custom_objects.treatment_plans', { searchAfter: undefined }, 422],
  ['custom_objects.treatment_plans', { filters: [] }, 422],
])('a search of %s with %j is a %d', async (key, more, status) => {
  expect((await search(key, more)).status).toBe(status);
});

test('a single record has other names for its dates', async () => {
  const { body } = await search('custom_objects.treatment_plans');
  const [plan] = body.records as { id: string; createdAt: string }[];
  const read = await client.call(`GET /objects/custom_objects.treatment_plans/records/${plan?.id}`);
  expect(read.body.record).toMatchObject({ id: plan?.id, dateAdded: plan?.createdAt });
  const unknown = await client.call('GET /objects/custom_objects.treatment_plans/records/x');
  expect(unknown.status).toBe(400);
});
