import listContacts from '../../../triggers/contacts/list_contacts.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('lists contacts, whose names this endpoint lower-cases', async () => {
  highlevel()
    .get('/contacts/?locationId=loc1&query=maria&limit=3')
    .reply(200, {
      contacts: [
        {
          id: 'c1',
          firstName: 'maria',
          firstNameRaw: 'Maria',
          lastName: 'o’neill',
          lastNameRaw: 'O’Neill',
        },
      ],
    });
  const [contact] = await poll(
    listContacts,
    { query: 'maria' },
    { meta: { isLoadingSample: true } },
  );
  expect(contact).toMatchObject({
    id: 'c1',
    firstName: 'Maria',
    lastName: 'O’Neill',
    name: 'Maria O’Neill',
    revision: 'new',
  });
  expect(contact).not.toHaveProperty('firstNameRaw');
});

const now = Math.floor(Date.now() / 1_000) * 1_000;

test.each([
  ['ISO', new Date(now).toISOString()],
  ['milliseconds', now],
  ['seconds', now / 1_000],
])('goes on behind the last contact of a page, whose date is in %s', async (_, dateAdded) => {
  const page = Array.from({ length: 100 }, (_, index) => ({ id: `c${index}`, dateAdded }));
  highlevel().get('/contacts/?locationId=loc1&limit=100').reply(200, { contacts: page });
  highlevel()
    .get(`/contacts/?locationId=loc1&limit=100&startAfter=${now}&startAfterId=c99`)
    .reply(200, { contacts: [{ id: 'last', dateAdded }] });
  expect(await poll(listContacts)).toHaveLength(101);
});

test('goes on behind a contact without a date by its id alone', async () => {
  const page = Array.from({ length: 100 }, (_, index) => ({ id: `c${index}` }));
  highlevel().get('/contacts/?locationId=loc1&limit=100').reply(200, { contacts: page });
  highlevel()
    .get('/contacts/?locationId=loc1&limit=100&startAfterId=c99')
    .reply(200, { contacts: [{ id: 'last' }] });
  expect(await poll(listContacts)).toHaveLength(101);
});
