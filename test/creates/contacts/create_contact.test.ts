import type { Create, ZObject } from 'zapier-platform-core';
import createContact from '../../../creates/contacts/create_contact.ts';
import createOpportunity from '../../../creates/opportunities/create_opportunity.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, fieldsOf, run } from '../../support/run.ts';
import { bundleOf, performOf, plainZ } from '../../support/zapier.ts';

const created = (body: object) =>
  highlevel()
    .post('/contacts/', { locationId: 'loc1', ...body })
    .reply(201, { contact: { id: 'c1', ...body } });

const fields = (...customFields: object[]) =>
  highlevel().get('/locations/loc1/customFields?model=contact').reply(200, { customFields });

test('sends what is filled in, empty inputs left out', async () => {
  created({
    firstName: 'Maria',
    email: 'maria@example.com',
    dateOfBirth: '1988-04-17',
    gender: 'female',
    dnd: false,
    postalCode: '94102',
    tags: ['new lead', 'vip'],
  });
  const contact = await run(createContact, {
    firstName: 'Maria',
    lastName: '',
    email: 'maria@example.com',
    phone: null,
    dateOfBirth: '1988-04-17T00:00:00-07:00',
    gender: 'female',
    dnd: 'no',
    postalCode: 94102,
    tags: ['new lead', '', 'vip'],
    dndSettings: [],
  });
  expect(contact).toMatchObject({ id: 'c1', name: 'Maria', lastName: null });
});

test('do not disturb: line items become a map by channel', async () => {
  const dndSettings = {
    SMS: { status: 'active', message: 'Asked for it' },
    Call: { status: 'inactive' },
  };
  created({ firstName: 'Maria', dndSettings, inboundDndSettings: { all: { status: 'active' } } });
  const contact = await run(createContact, {
    firstName: 'Maria',
    dndSettings: [
      { channel: 'SMS', status: 'active', message: 'Asked for it', code: '' },
      { channel: 'Call', status: 'inactive' },
    ],
    inboundDndSettings__all__status: 'active',
  });
  expect(contact).toMatchObject({ dndSettings });
});

test('a duplicate names the contact that exists', async () => {
  highlevel()
    .post('/contacts/')
    .reply(400, {
      statusCode: 400,
      message: 'This location does not allow duplicated contacts.',
      meta: { contactId: 'c7', matchingField: 'email' },
      traceId: 't1',
    });
  expect(await failure(run(createContact, { email: 'maria@example.com' }))).toBe(
    'This contact already exists (same email): its ID is c7. Update that contact, or use “Upsert Contact” or “Find or Create Contact” instead. (trace t1)',
  );
});

test('bad properties are named by their labels', async () => {
  highlevel()
    .post('/contacts/')
    .reply(422, {
      statusCode: 422,
      message: ['phone must be a valid phone number', 'each value in tags must be a string'],
    });
  expect(await failure(run(createContact, { phone: '+1' }))).toBe(
    'HighLevel did not accept this. HighLevel says: “Phone” must be a valid phone number; each value in “Tags” must be a string. Change the value in this step and try again.',
  );
});

test.each([
  [{}, 'Fill in at least a name, an email or a phone number.'],
  [{ email: 'maria@' }, '“Email” must be an email address.'],
  [{ firstName: 'M', gender: 'x' }, '“Gender” must be one of: “Male”, “Female”, “Other”.'],
  [{ firstName: 'M', dndSettings: [{ channel: 'SMS' }] }, '“Status” (item 1)'],
  [
    {
      firstName: 'M',
      dndSettings: [
        { channel: 'SMS', status: 'active' },
        { channel: 'SMS', status: 'inactive' },
      ],
    },
    '“Do Not Disturb by Channel” can hold each channel only once.',
  ],
])('sends nothing for %j', async (input, sentence) => {
  expect(await failure(run(createContact, input))).toContain(sentence);
});

describe('custom fields', () => {
  const definitions = [
    { id: 'text', name: 'Insurer', dataType: 'TEXT' },
    { id: 'long', name: 'History', dataType: 'LARGE_TEXT' },
    { id: 'num', name: 'Visits', dataType: 'NUMERICAL' },
    { id: 'money', name: 'Budget', dataType: 'MONETORY' },
    { id: 'one', name: 'Plan', dataType: 'SINGLE_OPTIONS', picklistOptions: ['Basic', 'Plus'] },
    { id: 'radio', name: 'Size', dataType: 'RADIO', picklistOptions: ['S', 'M'] },
    { id: 'many', name: 'Wishes', dataType: 'CHECKBOX', picklistOptions: ['White', 'Straight'] },
    { id: 'multi', name: 'Days', dataType: 'MULTIPLE_OPTIONS', picklistOptions: ['Mon', 'Tue'] },
    { id: 'date', name: 'Recall', dataType: 'DATE' },
    { id: 'file', name: 'X-Ray', dataType: 'FILE_UPLOAD' },
    { id: 'folder', name: 'Health', documentType: 'folder' },
    { id: 'boxes', name: 'Kids', dataType: 'TEXTBOX_LIST' },
    {
      id: 'other',
      name: 'Colour',
      dataType: 'RADIO',
      picklistOptions: ['Red'],
      isAllowedCustomOption: true,
    },
    { id: 'deal', name: 'Deal Size', dataType: 'NUMERICAL', model: 'opportunity' },
  ];

  test('each is its own typed field', async () => {
    fields(...definitions);
    const shown = await fieldsOf(createContact);
    expect(shown.filter(({ key }) => String(key).startsWith('customField__'))).toMatchObject([
      { key: 'customField__text', label: 'Insurer', type: 'string' },
      { key: 'customField__long', label: 'History', type: 'text' },
      { key: 'customField__num', label: 'Visits', type: 'string' },
      { key: 'customField__money', label: 'Budget', type: 'string' },
      { key: 'customField__one', choices: { Basic: 'Basic', Plus: 'Plus' } },
      { key: 'customField__radio', choices: { S: 'S', M: 'M' } },
      { key: 'customField__many', list: true, choices: { White: 'White', Straight: 'Straight' } },
      { key: 'customField__multi', list: true, choices: { Mon: 'Mon', Tue: 'Tue' } },
      { key: 'customField__date', type: 'datetime' },
      { key: 'customField__file', type: 'copy' },
      { key: 'customField__boxes', type: 'copy' },
      { key: 'customField__other', choices: { Red: 'Red' } },
    ]);
  });

  test('are written by id, each in its own type, dates without time', async () => {
    fields(...definitions);
    created({
      firstName: 'Maria',
      customFields: [
        { id: 'text', field_value: '42' },
        { id: 'num', field_value: 7 },
        { id: 'money', field_value: 99.5 },
        { id: 'one', field_value: 'Plus' },
        { id: 'many', field_value: ['White'] },
        { id: 'date', field_value: '2026-10-15' },
      ],
    });
    await run(createContact, {
      firstName: 'Maria',
      customField__text: 42,
      customField__num: '7',
      customField__money: 99.5,
      customField__one: 'Plus',
      customField__many: 'White',
      customField__date: '2026-10-15T23:30:00-07:00',
      customField__long: '',
      customField__multi: [],
    });
  });

  test('know an option and a field that were added since they were looked up', async () => {
    const [first, ...others] = definitions;
    let [customFields, lookUps]: [object[], number] = [definitions, 0];
    const written: unknown[] = [];
    const z = plainZ(({ url, body }) => {
      if (url.includes('/customFields')) {
        lookUps += 1;
        return { customFields };
      }
      written.push(JSON.parse(String(body)).customFields);
      return { contact: { id: 'c1' } };
    });
    const create = (inputData: object) =>
      performOf(createContact)(z, bundleOf({ firstName: 'Maria', ...inputData }));
    await create({ customField__one: 'Plus' });
    customFields = [
      { ...first, id: 'young' },
      ...others.map((one) => ({ ...one, picklistOptions: ['Basic', 'Premium'] })),
    ];
    await create({ customField__one: 'Premium', customField__young: 'x' });
    expect(written.at(-1)).toEqual([
      { id: 'one', field_value: 'Premium' },
      { id: 'young', field_value: 'x' },
    ]);
    expect(lookUps).toBe(2);
  });

  /** The keys of the custom fields that the forms show. */
  const shownBy = async (z: ZObject, create: Create) => {
    const dynamic = create.operation.inputFields?.filter((field) => typeof field === 'function');
    const shown = await Promise.all(
      (dynamic ?? []).map((field) => field(z, bundleOf({}) as never)),
    );
    return (shown.flat() as { key: string }[])
      .map(({ key }) => key)
      .filter((key) => key.startsWith('customField__'));
  };

  test('are looked up anew after five minutes, and apart for contacts and opportunities', async () => {
    const of = { contact: ['a'], opportunity: ['deal'] };
    const z = plainZ(({ url }) => {
      const { searchParams } = new URL(url, 'https://x.example');
      const ids = of[searchParams.get('model') as keyof typeof of];
      return { customFields: ids.map((id) => ({ id, name: id, dataType: 'TEXT' })) };
    });
    expect(await shownBy(z, createContact)).toEqual(['customField__a']);
    expect(await shownBy(z, createOpportunity)).toEqual(['customField__deal']);
    of.contact.push('young');
    expect(await shownBy(z, createContact)).toEqual(['customField__a']);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 301_000);
    const shown = await shownBy(z, createContact).finally(() => jest.restoreAllMocks());
    expect(shown).toEqual(['customField__a', 'customField__young']);
  });

  test('are asked for only once the sub-account is chosen', async () => {
    const shown = await fieldsOf(createContact, {}, { authData: agencyConnection });
    expect(shown[0]).toMatchObject({ key: 'locationId' });
    expect(shown.map(({ key }) => key)).not.toContainEqual(expect.stringMatching('customField'));
  });

  /** What is sent of a custom field, and the warning that comes back. */
  const sentFor = async (id: string, value: unknown, definition: object[] = definitions) => {
    fields(...definition);
    const sent: { customFields?: unknown }[] = [];
    highlevel()
      .post('/contacts/', (body) => sent.push(body) > 0)
      .reply(201, { contact: { id: 'c1' } });
    const contact = await run(createContact, { firstName: 'Maria', [`customField__${id}`]: value });
    expect(contact.id).toBe('c1');
    return { values: sent[0]?.customFields, warning: contact.warning };
  };

  test.each<[string, unknown, unknown]>([
    ['one', ' plus ', 'Plus'],
    ['one', ['BASIC'], 'Basic'],
    ['many', 'white, STRAIGHT', ['White', 'Straight']],
    ['many', 'White;Straight', ['White', 'Straight']],
    ['many', ['straight', 'white, Straight'], ['Straight', 'White']],
    ['multi', 'Tue\nMon', ['Tue', 'Mon']],
    ['other', 'Green, like grass', 'Green, like grass'],
    ['other', 'red', 'Red'],
    ['num', '1,234', 1234],
    ['money', '1,234.50', 1234.5],
    ['money', '$500', 500],
    ['money', '-$1,000.25', -1000.25],
    ['date', '2026-03-04 10:00', '2026-03-04'],
    ['text', ['a', 'b'], 'a, b'],
  ])('%s takes %j', async (id, value, expected) => {
    expect(await sentFor(id, value)).toEqual({
      values: [{ id, field_value: expected }],
      warning: null,
    });
  });

  test('an option may have commas in it, and several may be listed with it', async () => {
    const options = ['Yes, please', 'No', 'Ask me, but later, thanks'];
    const asked = [{ id: 'q', name: 'Q', dataType: 'CHECKBOX', picklistOptions: options }];
    const value = 'no, yes, please, Ask me, but later, thanks';
    expect(await sentFor('q', value, asked)).toMatchObject({
      values: [{ field_value: ['No', 'Yes, please', 'Ask me, but later, thanks'] }],
    });
    const list = `${'No,'.repeat(50_000)}x`;
    const start = process.cpuUsage();
    expect(await sentFor('q', list, asked)).toMatchObject({ values: [{ field_value: ['No'] }] });
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(5_000);
  });

  test.each([
    ['many', '["White", "straight"]', ['White', 'Straight']],
    ['one', '["plus"]', 'Plus'],
    ['date', 1796256000000, '2026-12-03'],
    ['date', '1796256000000', '2026-12-03'],
  ])('%s takes %j, as other steps and HighLevel itself give it', async (id, value, expected) => {
    expect(await sentFor(id, value)).toEqual({
      values: [{ id, field_value: expected }],
      warning: null,
    });
  });

  test('options of one’s own are taken where the field allows it', async () => {
    const asked = [
      {
        id: 'q',
        name: 'Q',
        dataType: 'MULTIPLE_OPTIONS',
        picklistOptions: ['A', 'B'],
        isAllowedCustomOption: true,
      },
    ];
    expect(await sentFor('q', ['b', 'New one'], asked)).toEqual({
      values: [{ id: 'q', field_value: ['B', 'New one'] }],
      warning: null,
    });
  });

  test.each([
    [
      'one',
      'Premium',
      '“Plan” was left out: it must be one of: “Basic”, “Plus” (it was “Premium”).',
    ],
    [
      'one',
      ['Basic', 'Plus'],
      '“Plan” was left out: it takes only one choice (it was “Basic, Plus”).',
    ],
    ['one', 'Basic, Plus', '“Plan” was left out: it takes only one choice (it was “Basic, Plus”).'],
    ['num', 'many', '“Visits” was left out: it must be a number (it was “many”).'],
    ['num', '0x10', '“Visits” was left out: it must be a number'],
    ['num', '1,5', '“Visits” was left out: it must be a number'],
    ['num', [1, 234], '“Visits” was left out: it takes only one number (it was “1, 234”).'],
    ['money', '1.500', '“Budget” was left out: it must be 1500 or 1.50 (it was “1.500”).'],
    ['num', '12345678901234567890', '“Visits” was left out: it must be a number'],
    [
      'date',
      'soon',
      '“Recall” was left out: it must be a date, for example 2026-12-03 (it was “soon”).',
    ],
    ['date', '2026-02-30', '“Recall” was left out: it must be a date'],
    ['date', '2026-03-041', '“Recall” was left out: it must be a date'],
    ['date', ['2026-03-04', '2026-03-05'], '“Recall” was left out: it must be a date'],
    ['text', { a: 1 }, '“Insurer” was left out: it must be text'],
    ['many', [{ a: 1 }], '“Wishes” was left out: it must be text'],
    ['file', 'https://example.com/x.png', '“X-Ray” was left out: it is for files'],
    ['boxes', 'x', '“Kids” was left out: it is a list of text boxes'],
    ['folder', 'x', 'A custom field of this step was left out: it no longer exists in HighLevel.'],
    ['unknown', 'x', 'A custom field of this step was left out: it no longer exists in HighLevel.'],
  ])('%s leaves out %j and says so, but the contact is written', async (id, value, sentence) => {
    const { values, warning } = await sentFor(id, value);
    expect(values).toBeUndefined();
    expect(warning).toContain(sentence);
  });

  test('of several options those that fit are kept', async () => {
    expect(await sentFor('many', ['White', 'Green'])).toEqual({
      values: [{ id: 'many', field_value: ['White'] }],
      warning: '“Wishes” was filled in without “Green”: it must be one of: “White”, “Straight”.',
    });
  });

  test.each([
    [401, { message: 'The token is not authorized for this scope.' }],
    [403, { message: 'Forbidden resource' }],
    [422, { message: 'Odd' }],
    [200, { customFields: null }],
    [200, {}],
  ])(
    'without the definitions (%d, %j) everything else is shown and written',
    async (status, answer) => {
      const refused = () =>
        highlevel().get('/locations/loc1/customFields?model=contact').reply(status, answer);
      refused();
      const shown = await fieldsOf(createContact);
      expect(shown.map(({ key }) => key)).toContain('firstName');
      refused();
      created({ firstName: 'Maria', customFields: [{ id: 'text', field_value: 'x' }] });
      refused();
      const contact = await run(createContact, { firstName: 'Maria', customField__text: 'x' });
      expect(contact.warning).toContain('HighLevel did not show its custom fields');
    },
  );

  test('what is empty, in a list too, counts as not filled in', async () => {
    fields(...definitions);
    created({
      firstName: 'Maria',
      customFields: [
        { id: 'text', field_value: '0123' },
        { id: 'many', field_value: ['White'] },
      ],
    });
    await run(createContact, {
      firstName: 'Maria',
      customField__text: ['0123'],
      customField__many: ['White', '', null],
      customField__num: ' ',
      customField__date: ['', '  '],
      customField__one: [null],
    });
  });

  test('odd definitions are shown as far as they go', async () => {
    const odd = {
      id: 7,
      name: null,
      dataType: 'RADIO',
      picklistOptions: [null, 5, { label: 'L' }, { value: 'V', label: 'Shown' }],
    };
    highlevel()
      .get('/locations/loc1/customFields?model=contact')
      .reply(200, { customFields: [null, odd] });
    expect((await fieldsOf(createContact)).at(-1)).toMatchObject({
      key: 'customField__7',
      label: '7',
      choices: { 5: '5', L: 'L', V: 'V' },
    });
  });

  test('a contact that was created is no failure because its custom fields have no names', async () => {
    highlevel()
      .post('/contacts/')
      .reply(201, { contact: { id: 'c1', customFields: [{ id: 'text', value: 'x' }] } });
    highlevel().get('/locations/loc1/customFields?model=contact').reply(422, {});
    expect(await run(createContact, { firstName: 'Maria' })).toMatchObject({ id: 'c1' });
  });
});
