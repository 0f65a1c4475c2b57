import getContactsByBusiness from '../../../triggers/contacts/get_contacts_by_business.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('lists the contacts of a business', async () => {
  highlevel()
    .get('/contacts/business/b1?locationId=loc1&query=maria&skip=0&limit=3')
    .reply(200, { contacts: [{ id: 'c1', businessId: 'b1' }], count: 1 });
  expect(
    await poll(
      getContactsByBusiness,
      { businessId: 'b1', query: 'maria' },
      { meta: { isLoadingSample: true } },
    ),
  ).toMatchObject([{ id: 'c1', businessId: 'b1', revision: 'new' }]);
});

test('pages until a short page', async () => {
  const page = Array.from({ length: 100 }, (_, index) => ({ id: `c${index}` }));
  const at = (skip: number) => `/contacts/business/b1?locationId=loc1&skip=${skip}&limit=100`;
  highlevel().get(at(0)).reply(200, { contacts: page });
  highlevel()
    .get(at(100))
    .reply(200, { contacts: [{ id: 'last' }] });
  const records = await poll(getContactsByBusiness, { businessId: 'b1' });
  expect(records).toHaveLength(101);
});

describe('in v3', () => {
  beforeEach(() => {
    process.env.HIGHLEVEL_API_GENERATION = 'v3';
  });
  afterEach(() => {
    delete process.env.HIGHLEVEL_API_GENERATION;
  });

  test('goes on after the name and the ID of the last contact', async () => {
    const named = (id: number) => ({ id: `c${id}`, contactName: `sakai, eleanor ${id}` });
    const page = Array.from({ length: 100 }, (_, index) => named(index));
    const first = '/contacts/business/b1?locationId=loc1';
    highlevel('v3').get(`${first}&skip=0&limit=100`).reply(200, { contacts: page });
    highlevel('v3')
      .get(`${first}&limit=100&startAfter=sakai%2C+eleanor+99&startAfter=c99`)
      .reply(200, { contacts: [named(100)] });
    expect(await poll(getContactsByBusiness, { businessId: 'b1' })).toHaveLength(101);
  });

  test('pages by `skip` after a contact without a name', async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({ id: `c${index}`, contactName: '' }));
    const at = (skip: number) => `/contacts/business/b1?locationId=loc1&skip=${skip}&limit=100`;
    highlevel('v3').get(at(0)).reply(200, { contacts: page });
    highlevel('v3')
      .get(at(100))
      .reply(200, { contacts: [{ id: 'last' }] });
    expect(await poll(getContactsByBusiness, { businessId: 'b1' })).toHaveLength(101);
  });
});
