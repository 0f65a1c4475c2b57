import searchContacts from '../../../triggers/contacts/search_contacts.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const body = (more: object) => ({
  locationId: 'loc1',
  pageLimit: 3,
  page: 1,
  sort: [{ field: 'dateAdded', direction: 'desc' }],
  ...more,
});

test('asks for the newest contacts that fit the filters', async () => {
  highlevel()
    .post(
      '/contacts/search',
      body({
        query: 'maria',
        filters: [
          { field: 'tags', operator: 'eq', value: 'lead' },
          { field: 'dateAdded', operator: 'range', value: { gte: 1767225600000 } },
        ],
      }),
    )
    .reply(200, { contacts: [{ id: 'c1', contactName: 'maria alvarez', firstName: 'Maria', lastName: 'Alvarez', address: '1 Main St', dateOfBirth: 577238400000, dateAdded: '2026-03-02T16:04:11.000Z' }], total: 1 });

  const records = await poll(
    searchContacts,
    {
      query: 'maria',
      filters: [
        { field: 'tags', operator: 'eq', value: 'lead' },
        { field: 'dateAdded', operator: 'gte', value: '2026-01-01' },
      ],
    },
    { meta: { isLoadingSample: true } },
  );

  expect(records).toMatchObject([
    { id: 'c1', revision: 'new', name: 'Maria Alvarez', address1: '1 Main St', dateOfBirth: '1988-04-17' },
  ]);
});
