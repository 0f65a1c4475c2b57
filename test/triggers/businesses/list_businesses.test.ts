import listBusinesses from '../../../triggers/businesses/list_businesses.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('reads page by page', async () => {
  const full = Array.from({ length: 100 }, (_, i) => ({ id: `b${i}`, name: `Shop ${i}` }));
  highlevel()
    .get('/businesses/?locationId=loc1&skip=0&limit=100')
    .reply(200, { businesses: full })
    .get('/businesses/?locationId=loc1&skip=100&limit=100')
    .reply(200, { businesses: [{ id: 'b100', name: 'Last' }] });
  const records = await poll(listBusinesses);
  expect(records).toHaveLength(101);
  expect(records.at(-1)).toMatchObject({ id: 'b100', name: 'Last', revision: 'new' });
});

test('a changed business counts by its change date', async () => {
  highlevel()
    .get('/businesses/?locationId=loc1&skip=0&limit=100')
    .reply(200, { businesses: [{ id: 'b1', updatedAt: '2026-03-04T09:30:45.000Z' }] });
  expect(await poll(listBusinesses, { triggerOn: 'changed' })).toMatchObject([
    { id: 'b1', revision: '2026-03-04T09:30:45.000Z' },
  ]);
});
