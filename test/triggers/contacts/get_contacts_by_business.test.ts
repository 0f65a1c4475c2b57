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

  const named = (name: string, id: number) => ({ id: `c${id}`, contactName: name });
  const idOf = (index: number) => index + 100;
  const byName = Array.from({ length: 250 }, (_, index) =>
    named(`Sakai, Eleanor ${idOf(index)}`, idOf(index)),
  );
  const at = (skip: number) => `/contacts/business/b1?locationId=loc1&skip=${skip}&limit=100`;
  const behind = (name: string, id: string) =>
    `/contacts/business/b1?locationId=loc1&limit=100&${new URLSearchParams([
      ['startAfter', name],
      ['startAfter', id],
    ])}`;
  const answers = (path: string, list: object[]) =>
    highlevel('v3').get(path).reply(200, { contacts: list });

  test('goes on after the name and the ID of the last contact', async () => {
    answers(at(0), byName.slice(0, 100));
    answers(behind('sakai, eleanor 199', 'c199'), byName.slice(100, 200));
    answers(behind('sakai, eleanor 299', 'c299'), byName.slice(200));
    expect(await poll(getContactsByBusiness, { businessId: 'b1' })).toHaveLength(250);
  });

  test('goes on by `skip` if HighLevel does not follow name and ID', async () => {
    answers(at(0), byName.slice(0, 100));
    answers(behind('sakai, eleanor 199', 'c199'), byName.slice(0, 100));
    answers(at(100), byName.slice(100, 200));
    answers(at(200), byName.slice(200));
    expect(await poll(getContactsByBusiness, { businessId: 'b1' })).toHaveLength(250);
  });

  test('ends if HighLevel pages in no way', async () => {
    for (const path of [at(0), behind('sakai, eleanor 199', 'c199'), at(100), at(200)])
      answers(path, byName.slice(0, 100));
    expect(await poll(getContactsByBusiness, { businessId: 'b1' })).toHaveLength(100);
  });

  const same = Array.from({ length: 100 }, (_, index) => named('Anna', idOf(index)));

  test('goes on after the last of many contacts of one name', async () => {
    answers(at(0), same);
    answers(behind('anna', 'c199'), [named('Anna', 200)]);
    expect(await poll(getContactsByBusiness, { businessId: 'b1' })).toHaveLength(101);
  });

  test.each<[string, object[]]>([
    ['without a name', Array.from({ length: 100 }, (_, index) => named('', index))],
    ['of a name that is too long for a URL', [...same.slice(1), named('b'.repeat(5_000), 200)]],
    ['of a name that a URL cannot hold', [...same.slice(1), named('b\ud83d', 200)]],
    ['in a list that does not come by name', [...same.slice(1), named('Aaron', 200)]],
    ['of the same name in a list that does not come by ID', [...same].reverse()],
    ['as the document shows it', Array.from({ length: 100 }, (_, index) => ({ id: `c${index}` }))],
  ])('pages by `skip` after a contact %s', async (_, page) => {
    answers(at(0), page);
    answers(at(100), [{ id: 'last' }]);
    expect(await poll(getContactsByBusiness, { businessId: 'b1' })).toHaveLength(101);
  });

  test('gives no cursor to the Zap', async () => {
    answers(at(0), byName.slice(0, 2));
    const [first] = await poll(getContactsByBusiness, { businessId: 'b1' });
    expect(first).toMatchObject({ id: 'c100', name: 'Sakai, Eleanor 100' });
    expect(Object.keys(first ?? {})).not.toContain('searchAfter');
  });
});
