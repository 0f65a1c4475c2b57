import listBusinesses from '../../../triggers/businesses/list_businesses.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const search = '/objects/business/records/search';
const updatedAt = '2026-03-04T09:30:45.000Z';
const seeding = { meta: { isPopulatingDedupe: true } };
const asked = (page: number) => ({
  locationId: 'loc1',
  page,
  pageLimit: 100,
  query: '',
  searchAfter: [],
  sort: [{ field: 'updatedAt', direction: 'desc' }],
});
const found = (id: string, properties: object = {}) => ({
  id,
  objectKey: 'business',
  owner: [],
  followers: [],
  properties,
  locationId: 'loc1',
  createdAt: updatedAt,
  updatedAt,
  createdBy: { channel: 'OAUTH', source: 'INTEGRATION', sourceId: 'x' },
  lastUpdatedBy: { channel: 'OAUTH', source: 'WEB_USER', sourceId: 'y' },
});

test('reads businesses as objects, the latest change first, page by page', async () => {
  highlevel()
    .post(search, asked(1))
    .reply(200, { records: Array.from({ length: 100 }, (_, i) => found(`b${i}`)), total: 101 })
    .post(search, asked(2))
    .reply(200, { records: [found('b100', { name: 'Last', city: 'Berlin' })], total: 101 });
  const records = await poll(listBusinesses, {}, seeding);
  expect(records).toHaveLength(101);
  const last = records.at(-1);
  expect(last).toMatchObject({
    id: 'b100',
    name: 'Last',
    city: 'Berlin',
    phone: null,
    locationId: 'loc1',
    createdBy: { source: 'INTEGRATION', channel: 'OAUTH' },
    updatedBy: { source: 'WEB_USER', channel: 'OAUTH' },
    createdAt: updatedAt,
    updatedAt,
    revision: 'new',
  });
  expect(last).not.toHaveProperty('properties');
});

test('a changed business counts by its change date', async () => {
  highlevel()
    .post(search, asked(1))
    .reply(200, { records: [found('b1')], total: 1 });
  expect(await poll(listBusinesses, { triggerOn: 'changed' })).toMatchObject([
    { id: 'b1', revision: updatedAt },
  ]);
});

test.each([
  [401, { message: 'The token is not authorized for this scope.' }],
  [400, { message: 'Invalid request body' }],
  [422, { message: ['property sort should not exist'] }],
])('where HighLevel answers %d to that, the plain list is read', async (status, body) => {
  const full = Array.from({ length: 100 }, (_, i) => ({ id: `b${i}`, name: `Shop ${i}` }));
  highlevel()
    .post(search, asked(1))
    .reply(status, body)
    .get('/businesses/?locationId=loc1&skip=0&limit=100')
    .reply(200, { businesses: full })
    .get('/businesses/?locationId=loc1&skip=100&limit=100')
    .reply(200, { businesses: [{ id: 'b100', name: 'Last' }] });
  const records = await poll(listBusinesses, {}, seeding);
  expect(records).toHaveLength(101);
  expect(records.at(-1)).toMatchObject({ id: 'b100', name: 'Last', revision: 'new' });
});
