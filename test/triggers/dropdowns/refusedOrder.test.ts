import listContactChoices from '../../../triggers/dropdowns/list_contact_choices.ts';
import listOpportunityChoices from '../../../triggers/dropdowns/list_opportunity_choices.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const filling = { meta: { isFillingDynamicDropdown: true, page: 0 } };
const refused = { statusCode: 422, message: ['sort.0.field is not valid'] };

test('a dropdown whose order HighLevel refuses is filled in its own order', async () => {
  const asked = { locationId: 'loc1', pageLimit: 100, page: 1 };
  highlevel()
    .post('/contacts/search', { ...asked, sort: [{ field: 'dateAdded', direction: 'desc' }] })
    .reply(422, refused)
    .post('/contacts/search', asked)
    .reply(200, { contacts: [{ id: 'c1', firstName: 'Maria' }], total: 1 });
  expect(await poll(listContactChoices, {}, filling)).toMatchObject([{ id: 'c1', name: 'Maria' }]);

  const query = { location_id: 'loc1', status: 'all', limit: '100', page: '1' };
  highlevel()
    .get('/opportunities/search')
    .query({ ...query, order: 'added_desc' })
    .reply(400, refused)
    .get('/opportunities/search')
    .query(query)
    .reply(200, { opportunities: [{ id: 'o1', name: 'Whitening' }] });
  expect(await poll(listOpportunityChoices, {}, filling)).toMatchObject([{ id: 'o1' }]);
});

test('what HighLevel refuses for another reason stays an error', async () => {
  highlevel().post('/contacts/search').reply(401, { message: 'This route is not yet supported' });
  expect(await failure(poll(listContactChoices, {}, filling))).toContain('does not offer');
});
