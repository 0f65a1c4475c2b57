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
const sample = { meta: { isLoadingSample: true } };
const answers = (expected: object, ...contacts: object[]) =>
  highlevel()
    .post('/contacts/search', body(expected))
    .reply(200, { contacts, total: contacts.length });

test('asks for the newest contacts that fit the filters', async () => {
  answers(
    {
      query: 'maria',
      filters: [
        { field: 'tags', operator: 'eq', value: 'lead' },
        { field: 'dateAdded', operator: 'range', value: { gte: 1767225600000 } },
      ],
    },
    {
      id: 'c1',
      contactName: 'maria alvarez',
      firstName: 'Maria',
      firstNameLowerCase: 'maria',
      lastName: 'Alvarez',
      address: '1 Main St',
      dateOfBirth: 577238400000,
      dateAdded: '2026-03-02T16:04:11.000Z',
      searchAfter: [1772467451000, 'c1'],
    },
  );

  const [contact] = await poll(
    searchContacts,
    {
      query: 'maria',
      filters: [
        { field: 'tags', operator: 'eq', value: 'lead' },
        { field: 'dateAdded', operator: 'gte', value: '2026-01-01' },
      ],
    },
    sample,
  );

  expect(contact).toMatchObject({
    id: 'c1',
    revision: 'new',
    name: 'Maria Alvarez',
    address1: '1 Main St',
    dateOfBirth: '1988-04-17',
  });
  expect(contact).not.toHaveProperty('searchAfter');
  expect(contact).not.toHaveProperty('firstNameLowerCase');
});

test('any of several filters, ranges, names in lower case, switches', async () => {
  answers({
    filters: [
      {
        group: 'OR',
        filters: [
          {
            field: 'dateAdded',
            operator: 'range',
            value: { gte: 1767225600000, lte: 1767398399999 },
          },
          { field: 'firstNameLowerCase', operator: 'contains', value: 'maria' },
          { field: 'dnd', operator: 'eq', value: true },
          { field: 'customFields.f1', operator: 'exists' },
        ],
      },
    ],
  });
  const filters = [
    { field: 'dateAdded', operator: 'between', value: '2026-01-01', to: '2026-01-02' },
    { field: 'firstNameLowerCase', operator: 'contains', value: 'Maria' },
    { field: 'dnd', operator: 'eq', value: 'yes' },
    { field: 'customFields.f1', operator: 'exists' },
  ];
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .reply(200, { customFields: [{ id: 'f1', name: 'Insurer', dataType: 'TEXT' }] });
  expect(await poll(searchContacts, { filters, match: 'any' }, sample)).toEqual([]);
});

test.each([
  ['lte', '2026-03-31', { lte: Date.parse('2026-03-31T23:59:59.999Z') }],
  ['lte', '2026-03-31T10:00:00-04:00', { lte: Date.parse('2026-03-31T14:00:00.999Z') }],
  [
    'eq',
    '2026-03-31',
    { gte: Date.parse('2026-03-31T00:00:00Z'), lte: Date.parse('2026-03-31T23:59:59.999Z') },
  ],
])('“%s %s” counts the whole day, and a moment as it is', async (operator, value, range) => {
  answers({ filters: [{ field: 'dateAdded', operator: 'range', value: range }] });
  const filters = [{ field: 'dateAdded', operator, value }];
  expect(await poll(searchContacts, { filters }, sample)).toEqual([]);
});

test('days are those of the Zap’s time zone, birthdays are days', async () => {
  const between = (field: string, from: string, to: string) => ({
    field,
    operator: 'range',
    value: { gte: Date.parse(from), lte: Date.parse(to) },
  });
  answers({
    filters: [
      // The night of 8 March 2026 is an hour short.
      between('dateAdded', '2026-03-08T00:00:00-05:00', '2026-03-08T23:59:59.999-04:00'),
      between('dateUpdated', '2026-03-09T10:30:00-04:00', '2026-03-10T23:59:59.999-04:00'),
      between('dateOfBirth', '1988-04-17T00:00:00Z', '1988-04-17T23:59:59.999Z'),
    ],
  });
  const filters = [
    { field: 'dateAdded', operator: 'eq', value: '2026-03-08' },
    { field: 'dateUpdated', operator: 'between', value: '2026-03-09 10:30', to: '2026-03-10' },
    { field: 'dateOfBirth', operator: 'eq', value: '1988-04-17' },
  ];
  const meta = { ...sample.meta, timezone: 'America/New_York' };
  expect(await poll(searchContacts, { filters }, { meta })).toEqual([]);
});

test('changed contacts come by their change date, and later pages by cursor', async () => {
  const dateUpdated = new Date().toISOString();
  const page = Array.from({ length: 100 }, (_, index) => ({ id: `c${index}`, dateUpdated }));
  const sort = [{ field: 'dateUpdated', direction: 'desc' }];
  const asked = { locationId: 'loc1', pageLimit: 100, sort };
  highlevel()
    .post('/contacts/search', { ...asked, page: 1 })
    .reply(200, { contacts: [...page.slice(1), { ...page[0], searchAfter: [17, 'c0'] }] });
  highlevel()
    .post('/contacts/search', { ...asked, searchAfter: [17, 'c0'] })
    .reply(200, { contacts: [{ id: 'last', dateUpdated }] });
  const records = await poll(searchContacts, { triggerOn: 'changed' });
  expect(records).toHaveLength(101);
  expect(records.at(-1)).toMatchObject({ id: 'last', revision: dateUpdated });
});

test.each(['Yes ', 'on', 'TRUE', 1, true])('a switch that is %j is yes', async (value) => {
  highlevel()
    .post('/contacts/search', (body) => {
      expect(body.filters).toEqual([{ field: 'dnd', operator: 'eq', value: true }]);
      return true;
    })
    .reply(200, { contacts: [] });
  const filters = [{ field: 'dnd', operator: 'eq', value }];
  expect(await poll(searchContacts, { filters }, sample)).toEqual([]);
});
