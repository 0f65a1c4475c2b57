import { useContacts } from './contactClient.ts';

const { call, locationId, create, read, where, fieldId } = useContacts();

describe('create, update, upsert, delete', () => {
  test('fills in the country and lower-cases tags', async () => {
    const contact = await create({ name: 'Ada Byron', email: 'Ada@Example.com', tags: ['VIP'] });
    expect(contact).toMatchObject({
      firstName: 'Ada',
      lastName: 'Byron',
      email: 'ada@example.com',
      country: 'US',
      tags: ['vip'],
      type: 'lead',
    });
    expect(contact).not.toHaveProperty('assignedTo');
  });

  test('with only a locationId: HTTP 400 that says 422', async () => {
    const { status, body } = await call('POST /contacts/', { locationId: locationId() });
    expect([status, body.statusCode]).toEqual([400, 422]);
  });

  test('refuses a duplicate and names the contact', async () => {
    const [known] = (await where('email', 'exists')).contacts;
    const { status, body } = await call('POST /contacts/', {
      locationId: locationId(),
      email: known?.email,
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      message: 'This location does not allow duplicated contacts.',
      meta: { contactId: known?.id, matchingField: 'email' },
    });
  });

  test('an unknown id is a 400', async () => {
    const { status, body } = await call('GET /contacts/nobody');
    expect([status, body.message]).toEqual([400, 'Contact with id nobody not found']);
  });

  test.each(['gender', 'emailLowerCase', 'id'])('an update refuses %s', async (property) => {
    const { id } = await create({ phone: `+1212555${1000 + property.length}` });
    const { status, body } = await call(`PUT /contacts/${id}`, { [property]: 'x' });
    expect([status, body.message]).toEqual([422, [`property ${property} should not exist`]]);
  });

  test('an update refuses its own locationId', async () => {
    const { id } = await create({ firstName: 'Grace' });
    expect((await call(`PUT /contacts/${id}`, { locationId: locationId() })).status).toBe(422);
  });

  test('an update keeps what it does not name and replaces all tags', async () => {
    const { id } = await create({ firstName: 'Alan', tags: ['a', 'b'] });
    const { body } = await call(`PUT /contacts/${id}`, { companyName: 'Bletchley', tags: ['C'] });
    expect(body).toMatchObject({ succeded: true, succeeded: true });
    expect(await read(id)).toMatchObject({
      firstName: 'Alan',
      companyName: 'Bletchley',
      tags: ['c'],
    });
  });

  test.each(['12', 'none', '+1234567890123456'])(
    'a phone that is no number is dropped without a word: %s',
    async (phone) => {
      const { id } = await create({ firstName: 'Grace', phone });
      expect(await read(id)).not.toHaveProperty('phone');
    },
  );

  test('an upsert of two contacts’ e-mail and phone does not add the phone', async () => {
    const first = await create({ email: 'first@upsert.example' });
    await create({ phone: '+12125550123' });
    const { body } = await call('POST /contacts/upsert', {
      locationId: locationId(),
      email: 'first@upsert.example',
      phone: '(212) 555-0123',
      lastName: 'Both',
    });
    expect(body).toMatchObject({ new: false, succeded: true, contact: { id: first.id } });
    expect(await read(first.id)).not.toHaveProperty('phone');
    expect(await read(first.id)).toMatchObject({ lastName: 'Both' });
  });

  test('an upsert creates, and refuses additionalEmails', async () => {
    const write = { locationId: locationId(), email: 'new@upsert.example' };
    expect((await call('POST /contacts/upsert', write)).body.new).toBe(true);
    const { status } = await call('POST /contacts/upsert', { ...write, additionalEmails: [] });
    expect(status).toBe(422);
  });

  test('a delete has both spellings, and the id is unknown afterwards', async () => {
    const { id } = await create({ firstName: 'Short', lastName: 'Lived' });
    const { body } = await call(`DELETE /contacts/${id}`);
    expect(body).toMatchObject({ succeded: true, succeeded: true });
    expect((await call(`DELETE /contacts/${id}`)).status).toBe(400);
  });

  test('the duplicate search says contactId', async () => {
    const { id } = await create({ email: 'dup+1@example.com' });
    const query = `locationId=${locationId()}&email=${encodeURIComponent('dup+1@example.com')}`;
    const { body } = await call(`GET /contacts/search/duplicate?${query}`);
    expect(body).toMatchObject({ contact: { id }, matchingField: 'contactId' });
  });
});

describe('custom fields', () => {
  const write = async (name: string, field_value: unknown) => {
    const { id } = await create({
      firstName: 'Custom',
      customFields: [{ id: fieldId(name), field_value }],
    });
    const values = (await read(id)).customFields as { id: string; value: unknown }[];
    return values.find((value) => value.id === fieldId(name))?.value;
  };

  test.each([
    ['Insurance Number', 'A-1', 'A-1'],
    ['Number of Visits', '7', 7],
    ['Outstanding Balance', 12.5, 12.5],
    ['Insurance Plan', 'Delta', 'Delta'],
    ['Insurance Plan', 'delta', undefined],
    ['Allergies', ['Latex', 'Cats'], ['Latex']],
    ['Last X-Ray', '2026-10-15T14:30:00-07:00', '2026-10-15'],
    ['Insurance Card', 'https://example.com/card.png', undefined],
  ])('%s: writing %j keeps %j', async (name, input, expected) => {
    expect(await write(name, input)).toEqual(expected);
  });

  test('takes a key, ignores `value`', async () => {
    const { id } = await create({
      firstName: 'Keys',
      customFields: [
        { key: 'insurance_number', field_value: 'by key' },
        { id: fieldId('Medical History'), value: 'lost' },
      ],
    });
    expect((await read(id)).customFields).toEqual([
      { id: fieldId('Insurance Number'), value: 'by key' },
    ]);
  });
});
