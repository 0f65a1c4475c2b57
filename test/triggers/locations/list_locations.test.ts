import listLocations from '../../../triggers/locations/list_locations.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const agency = { authData: agencyConnection };

test('an agency connection searches its sub-accounts', async () => {
  highlevel()
    .get('/locations/search')
    .query({ companyId: 'com1', email: 'a@example.com', order: 'desc', skip: 0, limit: 100 })
    .reply(200, { locations: [{ id: 'l1', name: 'Alvarez Landscaping' }] });

  const found = await poll(listLocations, { email: 'a@example.com', order: 'desc' }, agency);

  expect(found).toMatchObject([{ id: 'l1', name: 'Alvarez Landscaping', revision: 'new' }]);
});

test('pages without a total until a page is short', async () => {
  const full = Array.from({ length: 100 }, (_, index) => ({ id: `l${index}` }));
  highlevel()
    .get('/locations/search')
    .query({ companyId: 'com1', skip: 0, limit: 100 })
    .reply(200, { locations: full });
  highlevel()
    .get('/locations/search')
    .query({ companyId: 'com1', skip: 100, limit: 100 })
    .reply(200, { locations: [{ id: 'last' }] });

  expect(await poll(listLocations, {}, agency)).toHaveLength(101);
});

test('a sub-account connection, to which the search is forbidden, reads its own', async () => {
  highlevel()
    .get('/locations/loc1')
    .reply(200, { location: { id: 'loc1', name: 'Own' } });

  expect(await poll(listLocations)).toMatchObject([{ id: 'loc1', name: 'Own', revision: 'new' }]);
});

test('a changed sub-account has another revision', async () => {
  highlevel()
    .get('/locations/loc1')
    .reply(200, { location: { id: 'loc1', name: 'Before' } });
  highlevel()
    .get('/locations/loc1')
    .reply(200, { location: { id: 'loc1', name: 'After' } });

  const [before] = await poll(listLocations, { triggerOn: 'changed' });
  const [after] = await poll(listLocations, { triggerOn: 'changed' });

  expect(before?.revision).not.toBe(after?.revision);
});

test('the dropdown of a sub-account connection has one page', async () => {
  const meta = { isFillingDynamicDropdown: true, page: 1 };
  expect(await poll(listLocations, {}, { meta })).toEqual([]);
});
