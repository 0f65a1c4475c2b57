import searchContacts from '../../../triggers/contacts/search_contacts.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

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

const definitions = [
  { id: 'f1', name: 'Insurer', dataType: 'TEXT' },
  { id: 'num', name: 'Visits', dataType: 'NUMERICAL' },
  { id: 'day', name: 'Recall', dataType: 'DATE' },
  { id: 'one', name: 'Plan', dataType: 'SINGLE_OPTIONS', picklistOptions: ['Basic', 'Plus'] },
  { id: 'many', name: 'Wishes', dataType: 'CHECKBOX', picklistOptions: ['White'] },
  {
    id: 'boxes',
    name: 'Kids',
    dataType: 'TEXTBOX_LIST',
    picklistOptions: [{ id: 'b1', label: 'First' }],
  },
  { id: 'file', name: 'Card', dataType: 'FILE_UPLOAD' },
];

/** The filters that are sent for what is filled in. */
const sentFor = async (filters: object[], more: { match?: string; timezone?: string } = {}) => {
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .optionally()
    .reply(200, { customFields: definitions });
  const users = [
    { id: 'u1', name: 'Ada Byron', email: 'ada@example.com' },
    { id: 'u2', name: 'Ben', email: 'ben@example.com' },
    { id: 'u3', name: 'Ben', email: 'ben2@example.com' },
  ];
  highlevel().get('/users/?locationId=loc1').optionally().times(2).reply(200, { users });
  const workflows = [{ id: 'w1', name: 'Welcome' }];
  highlevel().get('/workflows/?locationId=loc1').optionally().times(2).reply(200, { workflows });
  const pipelines = [
    {
      id: 'p1',
      name: 'Sales',
      stages: [
        { id: 's1', name: 'New' },
        { id: 's2', name: 'Lost' },
      ],
    },
    { id: 'p2', name: 'Care', stages: [{ id: 's3', name: 'New' }] },
  ];
  highlevel()
    .get('/opportunities/pipelines?locationId=loc1')
    .optionally()
    .times(4)
    .reply(200, { pipelines });
  const sent: { filters?: unknown }[] = [];
  highlevel()
    .post('/contacts/search', (asked) => sent.push(asked) > 0)
    .optionally()
    .reply(200, { contacts: [] });
  const { timezone, ...inputs } = more;
  const meta = { ...sample.meta, ...(timezone ? { timezone } : {}) };
  await poll(searchContacts, { ...inputs, filters }, { meta });
  return sent[0]?.filters;
};

const range = (field: string, value: object) => ({ field, operator: 'range', value });
const [dayStart, dayEnd] = [Date.UTC(2026, 2, 31), Date.UTC(2026, 3, 1) - 1];

test.each<[object, object]>([
  [
    { field: 'email', operator: 'eq', value: ' Maria@Example.com ' },
    { field: 'email', operator: 'eq', value: 'maria@example.com' },
  ],
  [
    { field: 'phone', operator: 'eq', value: '+1 (646) 200-0001' },
    { field: 'phone', operator: 'eq', value: '+16462000001' },
  ],
  [
    { field: 'phone', operator: 'not_eq', value: '0041 79 555 01 34' },
    { field: 'phone', operator: 'not_eq', value: '+41795550134' },
  ],
  [
    { field: 'phone', operator: 'contains', value: '646 200' },
    { field: 'phone', operator: 'contains', value: '646200' },
  ],
  [
    { field: 'tags', operator: 'eq', value: ' VIP ' },
    { field: 'tags', operator: 'eq', value: 'vip' },
  ],
  [
    { field: 'city', operator: 'contains', value: ' Zug ' },
    { field: 'city', operator: 'contains', value: 'Zug' },
  ],
  [
    { field: 'country', operator: 'eq', value: 'germany' },
    { field: 'country', operator: 'eq', value: 'DE' },
  ],
  [
    { field: 'country', operator: 'eq', value: 'de' },
    { field: 'country', operator: 'eq', value: 'DE' },
  ],
  [
    { field: 'assignedTo', operator: 'eq', value: 'ada byron' },
    { field: 'assignedTo', operator: 'eq', value: 'u1' },
  ],
  [
    { field: 'followers', operator: 'eq', value: 'BEN@example.com' },
    { field: 'followers', operator: 'eq', value: 'u2' },
  ],
  [
    { field: 'assignedTo', operator: 'eq', value: 'GCs5KuzPqTls7vWclkEV' },
    { field: 'assignedTo', operator: 'eq', value: 'GCs5KuzPqTls7vWclkEV' },
  ],
  [
    { field: 'activeWorkflows', operator: 'eq', value: 'welcome' },
    { field: 'activeWorkflows', operator: 'eq', value: 'w1' },
  ],
  [
    { field: 'finishedWorkflows', operator: 'not_exists' },
    { field: 'finishedWorkflows', operator: 'not_exists' },
  ],
  // Numbers as numbers, days as moments, a range with its ends in order.
  [
    { field: 'customFields.num', operator: 'eq', value: '1,234' },
    { field: 'customFields.num', operator: 'eq', value: 1234 },
  ],
  [
    { field: 'customFields.num', operator: 'gte', value: '7' },
    range('customFields.num', { gte: 7 }),
  ],
  [
    { field: 'customFields.num', operator: 'between', value: '9', to: '7' },
    range('customFields.num', { gte: 7, lte: 9 }),
  ],
  [
    { field: 'customFields.day', operator: 'eq', value: '2026-03-31' },
    range('customFields.day', { gte: dayStart, lte: dayEnd }),
  ],
  [
    { field: 'customFields.day', operator: 'lte', value: '2026-03-31T09:00:00-05:00' },
    range('customFields.day', { lte: dayEnd }),
  ],
  [
    { field: 'dateAdded', operator: 'between', value: '2026-03-31', to: '2026-03-30' },
    range('dateAdded', { gte: dayStart - 86_400_000, lte: dayEnd }),
  ],
  [
    { field: 'dateAdded', operator: 'not_eq', value: '2026-03-31' },
    {
      group: 'OR',
      filters: [
        range('dateAdded', { lt: dayStart }),
        range('dateAdded', { gt: dayEnd }),
        { field: 'dateAdded', operator: 'not_exists' },
      ],
    },
  ],
  [
    { field: 'dateAdded', operator: 'eq', value: '2026-03-31 10:30' },
    range('dateAdded', {
      gte: Date.UTC(2026, 2, 31, 10, 30),
      lte: Date.UTC(2026, 2, 31, 10, 31) - 1,
    }),
  ],
  [
    { field: 'customFields.one', operator: 'eq', value: 'plus' },
    { field: 'customFields.one', operator: 'eq', value: 'Plus' },
  ],
  [
    { field: 'customFields.boxes.b1', operator: 'contains', value: 'Ada' },
    { field: 'customFields.boxes.b1', operator: 'contains', value: 'Ada' },
  ],
  [
    { field: 'opportunities.status', operator: 'eq', value: 'Won' },
    {
      field: 'opportunities',
      operator: 'nested',
      filters: [{ field: 'status', operator: 'eq', value: 'won' }],
    },
  ],
])('%j is asked as HighLevel takes it', async (filter, expected) => {
  expect(await sentFor([filter])).toEqual([expected]);
});

test('filters of one opportunity belong together; any of them alone', async () => {
  const filters = [
    { field: 'opportunities.pipelineId', operator: 'eq', value: 'sales' },
    { field: 'tags', operator: 'eq', value: 'VIP' },
    { field: 'opportunities.pipelineStageId', operator: 'eq', value: 'Sales · New' },
  ];
  const pipeline = { field: 'pipelineId', operator: 'eq', value: 'p1' };
  const stage = { field: 'pipelineStageId', operator: 'eq', value: 's1' };
  const nested = (...inner: object[]) => ({
    field: 'opportunities',
    operator: 'nested',
    filters: inner,
  });
  const tag = { field: 'tags', operator: 'eq', value: 'vip' };
  expect(await sentFor(filters)).toEqual([tag, nested(pipeline, stage)]);
  expect(await sentFor(filters, { match: 'any' })).toEqual([
    { group: 'OR', filters: [nested(pipeline), tag, nested(stage)] },
  ]);
});

test('without the definitions a custom field is text', async () => {
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .reply(401, { message: 'The token is not authorized for this scope.' });
  answers({ filters: [{ field: 'customFields.f1', operator: 'eq', value: 'Delta' }] });
  const filters = [{ field: 'customFields.f1', operator: 'eq', value: 'Delta' }];
  expect(await poll(searchContacts, { filters }, sample)).toEqual([]);
});

test.each<[object, string]>([
  [{ field: 'email', operator: 'eq' }, '“Value” (item 1) is required for this condition.'],
  ...['soon', 'call 5', '7', '2026-02-30', '03/31/2026'].map((value): [object, string] => [
    { field: 'dateAdded', operator: 'gte', value },
    '“Value” (item 1) must be a date',
  ]),
  [
    { field: 'dateAdded', operator: 'between', value: '2026-01-01', to: 'soon' },
    '“Up To” (item 1) must be a date',
  ],
  [
    { field: 'dateAdded', operator: 'between', value: '2026-01-01' },
    '“Up To” (item 1) is required',
  ],
  [{ field: 'dnd', operator: 'eq', value: 'perhaps' }, '“Value” (item 1) must be yes or no.'],
  [{ field: 'email', operator: 'like', value: 'x' }, '“Condition” (item 1) must be one of: eq,'],
  // What can match nothing.
  [
    { field: 'email', operator: 'contains', value: 'x' },
    '“Condition” (item 1): HighLevel cannot search “Email” by “contains”, only by “is”, “is not”, “is filled in”, “is empty”.',
  ],
  [{ field: 'website', operator: 'not_contains', value: 'x' }, 'cannot search “Website”'],
  [{ field: 'city', operator: 'gte', value: 'x' }, 'cannot search “City”'],
  [{ field: 'customFields.many', operator: 'contains', value: 'W' }, 'cannot search “Wishes”'],
  [{ field: 'customFields.day', operator: 'contains', value: '2026' }, 'cannot search “Recall”'],
  [{ field: 'customFields.file', operator: 'exists' }, '“Field” (item 1) is a custom field that'],
  [
    { field: 'businessId', operator: 'eq', value: 'b1' },
    '“Field” (item 1): HighLevel cannot search',
  ],
  [{ field: 'customFields.num', operator: 'eq', value: 'many' }, 'must be a number'],
  [{ field: 'customFields.one', operator: 'eq', value: 'Gold' }, 'must be one of: Basic, Plus.'],
  [{ field: 'phone', operator: 'eq', value: '646 200 0001' }, 'must start with the country code'],
  [{ field: 'city', operator: 'eq', value: 'x'.repeat(76) }, 'must have 75 characters or fewer'],
  [{ field: 'assignedTo', operator: 'eq', value: 'Zoe' }, 'HighLevel has no user “Zoe”'],
  [{ field: 'assignedTo', operator: 'eq', value: 'Ben' }, 'there are several of the name “Ben”'],
  [{ field: 'country', operator: 'eq', value: 'Narnia' }, 'must be a country'],
  [{ field: 'opportunities.status', operator: 'eq', value: 'maybe' }, 'Open, Won, Lost, Abandoned'],
  [
    { field: 'opportunities.pipelineStageId', operator: 'eq', value: 'New' },
    'several pipelines have a stage “New”',
  ],
])('refuses %j', async (filter, sentence) => {
  expect(await failure(sentFor([filter]))).toContain(sentence);
});

test('a stage of another pipeline can match nothing, and says so', async () => {
  const filters = [
    { field: 'opportunities.pipelineId', operator: 'eq', value: 'Sales' },
    { field: 'opportunities.pipelineStageId', operator: 'eq', value: 'Care · New' },
  ];
  expect(await failure(sentFor(filters))).toContain('The stage is one of the pipeline “Care”');
});
