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
  [{ firstName: 'M', gender: 'x' }, '“Gender” must be one of: male, female, other.'],
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
    { id: 'deal', name: 'Deal Size', dataType: 'NUMERICAL', model: 'opportunity' },
  ];

  test('each is its own typed field', async () => {
    fields(...definitions);
    const shown = await fieldsOf(createContact);
    expect(shown.filter(({ key }) => String(key).startsWith('customField__'))).toMatchObject([
      { key: 'customField__text', label: 'Insurer', type: 'string' },
      { key: 'customField__long', label: 'History', type: 'text' },
      { key: 'customField__num', label: 'Visits', type: 'number' },
      { key: 'customField__money', label: 'Budget', type: 'number' },
      { key: 'customField__one', choices: { Basic: 'Basic', Plus: 'Plus' } },
      { key: 'customField__radio', choices: { S: 'S', M: 'M' } },
      { key: 'customField__many', list: true, choices: { White: 'White', Straight: 'Straight' } },
      { key: 'customField__multi', list: true, choices: { Mon: 'Mon', Tue: 'Tue' } },
      { key: 'customField__date', type: 'datetime' },
      { key: 'customField__file', type: 'copy' },
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

  test.each([
    ['one', 'Premium', '“Plan” must be one of: Basic, Plus (it was “Premium”).'],
    ['many', ['White', 'Green'], '“Wishes” must be one of: White, Straight (it was “Green”).'],
    ['one', ['Basic', 'Plus'], '“Plan” takes only one choice (it was “Basic, Plus”).'],
    ['num', 'many', '“Visits” must be a number.'],
    ['num', '0x10', '“Visits” must be a number.'],
    ['num', '12345678901234567890', '“Visits” must be a number.'],
    ['date', 'soon', '“Recall” must be a date.'],
    ['date', '2026-02-30', '“Recall” must be a date.'],
    ['date', '2026-03-041', '“Recall” must be a date.'],
    ['date', ['2026-03-04', '2026-03-05'], '“Recall” must be a date.'],
    ['text', ['a', 'b'], '“Insurer” must be text.'],
    ['text', { a: 1 }, '“Insurer” must be text.'],
    ['many', [{ a: 1 }], '“Wishes” must be text.'],
    ['file', 'https://example.com/x.png', '“X-Ray” cannot be filled in here'],
    ['unknown', 'x', 'A custom field of this step no longer exists in HighLevel.'],
  ])('%s refuses %j, because HighLevel would drop it silently', async (id, value, sentence) => {
    fields(...definitions);
    const input = { firstName: 'Maria', [`customField__${id}`]: value };
    expect(await failure(run(createContact, input))).toContain(sentence);
  });

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

  test.each([{ customFields: null }, {}])('%j is no list without fields', async (answer) => {
    highlevel().get('/locations/loc1/customFields?model=contact').reply(200, answer);
    const input = { firstName: 'Maria', customField__text: 'x' };
    expect(await failure(run(createContact, input))).toContain(
      'HighLevel’s answer contained no custom field list.',
    );
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
