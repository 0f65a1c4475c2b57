import findContact from '../../../searches/contacts/find_contact.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const contact = { id: 'c1', firstName: 'Maria', email: 'maria@example.com' };
const duplicate = (query: string, found: object | null) =>
  highlevel()
    .get(`/contacts/search/duplicate?locationId=loc1&${query}`)
    .reply(200, { contact: found, matchingField: 'contactId' });
const index = (field: string, value: string, ...contacts: object[]) =>
  highlevel()
    .post('/contacts/search', {
      locationId: 'loc1',
      page: 1,
      pageLimit: 10,
      filters: [{ field, operator: 'eq', value }],
    })
    .reply(200, { contacts, total: contacts.length });

test('by id', async () => {
  highlevel().get('/contacts/c1').reply(200, { contact });
  const found = await poll(findContact, { contactId: 'c1', email: 'other@example.com' });
  expect(found).toMatchObject([{ id: 'c1', name: 'Maria' }]);
});

test('by email', async () => {
  duplicate('email=maria%40example.com', contact);
  expect(await poll(findContact, { email: 'maria@example.com' })).toMatchObject([{ id: 'c1' }]);
});

test('by phone, when nobody has the email', async () => {
  duplicate('email=maria%40example.com', null);
  duplicate('number=%2B14155550134', contact);
  const asked = { email: 'maria@example.com', phone: '+14155550134' };
  expect(await poll(findContact, asked)).toMatchObject([{ id: 'c1' }]);
});

test('in the search index, when the duplicate check knows none', async () => {
  duplicate('number=555', null);
  index('phone', '555', { ...contact, address: '1 Main St' });
  expect(await poll(findContact, { phone: '555' })).toMatchObject([
    { id: 'c1', address1: '1 Main St' },
  ]);
});

test('nothing, when there is none', async () => {
  duplicate('email=maria%40example.com', null);
  index('email', 'maria@example.com');
  expect(await poll(findContact, { email: 'maria@example.com' })).toEqual([]);
});

test('nothing, when the id is unknown', async () => {
  highlevel().get('/contacts/c9').reply(400, { message: 'Contact with id c9 not found' });
  expect(await poll(findContact, { contactId: 'c9' })).toEqual([]);
});

test.each([
  ['/contacts/c1', { contactId: 'c1' }],
  [
    '/contacts/search/duplicate?locationId=loc1&email=maria%40example.com',
    { email: contact.email },
  ],
])('an answer that nobody can read is not taken for “none”: %s', async (path, asked) => {
  highlevel()
    .get(path)
    .reply(200, { status: 'ok', one: { id: 'c1' }, two: { id: 'c2' } });
  expect(await failure(poll(findContact, asked))).toContain(
    'HighLevel’s answer contained no contact.',
  );
});

test.each([400, 404])('a sub-account that is gone (%d) is not taken for “none”', async (status) => {
  const message = 'Location with id loc1 not found';
  highlevel()
    .get('/contacts/search/duplicate?locationId=loc1&email=maria%40example.com')
    .reply(status, { message });
  expect(await failure(poll(findContact, { email: 'maria@example.com' }))).toContain(
    'HighLevel does not know this sub-account',
  );
});

test('a failure is not taken for “none”', async () => {
  highlevel().get('/contacts/c1').reply(403, { message: 'Forbidden resource' });
  expect(await failure(poll(findContact, { contactId: 'c1' }))).toContain('Forbidden resource');
});

test('wants something to go by', async () => {
  expect(await failure(poll(findContact))).toContain(
    'Fill in an email, a phone number or a contact.',
  );
});

test.each([{}, { contact: {} }, { contact: null }, { traceId: 't1' }])(
  'an answer that holds no contact is none: %j',
  async (answer) => {
    highlevel().get('/contacts/c1').reply(200, answer);
    expect(await poll(findContact, { contactId: 'c1' })).toEqual([]);
  },
);
