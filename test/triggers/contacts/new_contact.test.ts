import newContact from '../../../triggers/contacts/new_contact.ts';
import { highlevel } from '../../support/api.ts';
import { fieldsOf, poll } from '../../support/run.ts';

test('asks for the newest contacts, and does not ask people what “new” means', async () => {
  highlevel()
    .post('/contacts/search', {
      locationId: 'loc1',
      page: 1,
      pageLimit: 3,
      sort: [{ field: 'dateAdded', direction: 'desc' }],
    })
    .reply(200, { contacts: [{ id: 'c1', firstName: 'Maria', lastName: 'Alvarez' }], total: 1 });
  highlevel()
    .get('/locations/loc1/customFields')
    .query({ model: 'contact' })
    .reply(200, { customFields: [] });
  expect(await poll(newContact, {}, { meta: { isLoadingSample: true } })).toMatchObject([
    { id: 'c1', name: 'Maria Alvarez', revision: 'new' },
  ]);
  expect(await fieldsOf(newContact)).toEqual([]);
});
