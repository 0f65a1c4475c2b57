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
