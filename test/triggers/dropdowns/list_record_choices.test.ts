import listRecordChoices from '../../../triggers/dropdowns/list_record_choices.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const meta = { isFillingDynamicDropdown: true, page: 1 };
const choices = (objectKey?: string) => poll(listRecordChoices, { objectKey }, { meta });

test('contacts', async () => {
  highlevel()
    .post('/contacts/search', { locationId: 'loc1', page: 2, pageLimit: 100 })
    .reply(200, {
      contacts: [
        {
          id: 'c1',
          contactName: 'maria alvarez',
          firstName: 'Maria',
          lastName: 'Alvarez',
          email: 'm@example.com',
        },
      ],
    });

  expect(await choices('contact')).toEqual([{ id: 'c1', name: 'Maria Alvarez · m@example.com' }]);
});

test('opportunities', async () => {
  highlevel()
    .get('/opportunities/search')
    .query({ location_id: 'loc1', page: 2, limit: 100 })
    .reply(200, { opportunities: [{ id: 'o1', name: 'Whitening' }] });

  expect(await choices('opportunity')).toEqual([{ id: 'o1', name: 'Whitening' }]);
});

test('businesses', async () => {
  highlevel()
    .get('/businesses/')
    .query({ locationId: 'loc1', skip: 100, limit: 100 })
    .reply(200, { businesses: [{ id: 'b1', name: 'Acme', email: 'a@example.com' }] });

  expect(await choices('business')).toEqual([{ id: 'b1', name: 'Acme' }]);
});

test('records of a custom object by the property that names them', async () => {
  highlevel()
    .post('/objects/custom_objects.pet/records/search', {
      locationId: 'loc1',
      page: 2,
      pageLimit: 100,
      query: '',
      searchAfter: [],
    })
    .reply(200, {
      records: [{ id: 'p1', properties: { age: '3', pet_name: 'Rex' } }, { id: 'p2' }],
    });
  highlevel()
    .get('/objects/')
    .query({ locationId: 'loc1' })
    .reply(200, {
      objects: [
        { key: 'custom_objects.pet', primaryDisplayProperty: 'custom_objects.pet.pet_name' },
      ],
    });

  expect(await choices('custom_objects.pet')).toEqual([
    { id: 'p1', name: 'Rex' },
    { id: 'p2', name: 'p2' },
  ]);
});

test('asks for the object first', async () => {
  expect(await failure(choices())).toContain('Choose the object or the association above first.');
});

test.each([{ contacts: null }, {}])('%j is no empty list', async (answer) => {
  highlevel().post('/contacts/search').reply(200, answer);
  expect(await failure(choices('contact'))).toContain(
    'HighLevel’s answer contained no record list.',
  );
});

test('records and objects that are half there are shown as far as they go', async () => {
  highlevel()
    .post('/objects/custom_objects.pet/records/search')
    .reply(200, { data: [null, { _id: 7, properties: { pet_name: 'Rex' } }] });
  highlevel()
    .get('/objects/')
    .query({ locationId: 'loc1' })
    .reply(200, { objects: [null, { key: 'custom_objects.pet', primaryDisplayProperty: null }] });
  expect(await choices('custom_objects.pet')).toEqual([{ id: '7', name: 'Rex' }]);
});
