import { customFields } from '../../sandbox/seed/customFields.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

type Contact = Record<string, unknown> & { id: string };

const sandbox = useSandbox();
let client: Client;
let locationId: string;
beforeAll(async () => {
  client = await clientOf(sandbox());
  locationId = client.locationId;
});

const call: Client['call'] = (...request) => client.call(...request);

async function create(write: object): Promise<Contact> {
  const { body } = await call('POST /contacts/', { locationId, ...write });
  return body.contact as Contact;
}

async function search(body: object = {}): Promise<{ contacts: Contact[]; total: number }> {
  const answer = await call('POST /contacts/search', { locationId, pageLimit: 20, ...body });
  return answer.body as { contacts: Contact[]; total: number };
}

const where = (field: string, operator: string, value?: unknown) =>
  search({ filters: [{ field, operator, ...(value !== undefined && { value }) }] });

const read = async (id: string) =>
  (await call(`GET /contacts/${id}`)).body.contact as Contact & { customFields: unknown };

const fieldId = (name: string) =>
  [...customFields(sandbox().state.main).values()].find((field) => field.name === name)?.id ?? '';

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
    const { status, body } = await call('POST /contacts/', { locationId });
    expect([status, body.statusCode]).toEqual([400, 422]);
  });

  test('refuses a duplicate and names the contact', async () => {
    const [known] = (await where('email', 'exists')).contacts;
    const { status, body } = await call('POST /contacts/', { locationId, email: known?.email });
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
    expect((await call(`PUT /contacts/${id}`, { locationId })).status).toBe(422);
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

  test('an upsert of two contacts’ e-mail and phone does not add the phone', async () => {
    const first = await create({ email: 'first@upsert.example' });
    await create({ phone: '+12125550123' });
    const { body } = await call('POST /contacts/upsert', {
      locationId,
      email: 'first@upsert.example',
      phone: '(212) 555-0123',
      lastName: 'Both',
    });
    expect(body).toMatchObject({ new: false, succeded: true, contact: { id: first.id } });
    expect(await read(first.id)).not.toHaveProperty('phone');
    expect(await read(first.id)).toMatchObject({ lastName: 'Both' });
  });

  test('an upsert creates, and refuses additionalEmails', async () => {
    const write = { locationId, email: 'new@upsert.example' };
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
    const query = `locationId=${locationId}&email=${encodeURIComponent('dup+1@example.com')}`;
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

describe('tags, notes, tasks, campaigns', () => {
  test('tags are added and removed one by one', async () => {
    const { id } = await create({ firstName: 'Tagged', tags: ['one'] });
    const added = await call(`POST /contacts/${id}/tags`, { tags: ['Two', 'one'] });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ tags: ['one', 'two'], tagsAdded: ['two'] });
    const removed = await call(`DELETE /contacts/${id}/tags`, { tags: ['one', 'none'] });
    expect(removed.body).toMatchObject({ tags: ['two'], tagsRemoved: ['one'] });
    const { body } = await call(`GET /locations/${locationId}/tags`);
    expect(body.tags).toContainEqual(expect.objectContaining({ name: 'two', locationId }));
  });

  test('tags in bulk', async () => {
    const { id } = await create({ firstName: 'Bulk', tags: ['x', 'y'] });
    const bulk = { contacts: [id, 'nobody'], tags: ['x'], locationId };
    const { status, body } = await call('POST /contacts/bulk/tags/update/remove', bulk);
    expect(status).toBe(201);
    expect(body).toMatchObject({ succeded: true, errorCount: 1 });
    expect((await read(id)).tags).toEqual(['y']);
  });

  test('notes', async () => {
    const { id } = await create({ firstName: 'Noted' });
    const made = await call(`POST /contacts/${id}/notes`, { body: '<b>Hello</b>' });
    const note = made.body.note as { id: string };
    expect(made.status).toBe(201);
    expect(note).toMatchObject({ bodyText: 'Hello', userId: null, pinned: false, relations: [] });
    await call(`PUT /contacts/${id}/notes/${note.id}`, { pinned: true });
    const { body } = await call(`GET /contacts/${id}/notes`);
    expect(body.notes).toEqual([expect.objectContaining({ id: note.id, pinned: true })]);
    await call(`DELETE /contacts/${id}/notes/${note.id}`);
    expect((await call(`GET /contacts/${id}/notes/${note.id}`)).status).toBe(400);
  });

  test('a task needs `completed` and leaves out what is empty', async () => {
    const { id } = await create({ firstName: 'Busy' });
    const write = { title: 'Call', dueDate: '2026-07-20T10:00:00Z' };
    const refused = await call(`POST /contacts/${id}/tasks`, write);
    expect(refused.body.message).toEqual([
      'completed should not be empty',
      'completed must be a boolean value',
    ]);
    const made = await call(`POST /contacts/${id}/tasks`, { ...write, completed: false });
    const task = made.body.task as { id: string };
    expect(task).toEqual({
      id: expect.any(String),
      title: 'Call',
      dueDate: '2026-07-20T10:00:00.000Z',
      completed: false,
      contactId: id,
    });
    const route = `PUT /contacts/${id}/tasks/${task.id}`;
    expect((await call(route, { completed: true })).body.task).toMatchObject({ title: 'Call' });
    expect((await call(`${route}/completed`, { completed: false })).body.task).toMatchObject({
      completed: false,
    });
  });

  test('campaigns', async () => {
    const { id } = await create({ firstName: 'Campaigner' });
    const { body } = await call(`GET /campaigns/?locationId=${locationId}`);
    const [campaign] = body.campaigns as { id: string }[];
    expect((await call(`POST /contacts/${id}/campaigns/${campaign?.id}`)).status).toBe(201);
    expect((await call(`DELETE /contacts/${id}/campaigns/removeAll`)).body.succeded).toBe(true);
    expect((await call(`POST /contacts/${id}/campaigns/none`, {})).status).toBe(400);
  });

  test('appointments have naive local times', async () => {
    const [newest] = (await search({ sort: [{ field: 'dateAdded', direction: 'asc' }] })).contacts;
    expect((await call(`GET /contacts/${newest?.id}/appointments`)).body.events).toEqual([]);
    const seeded = sandbox().state.main;
    const { contacts } = await import('../../sandbox/seed/contacts.ts');
    const id = contacts(seeded).seededAt(0)?.id;
    const { body } = await call(`GET /contacts/${id}/appointments`);
    const [event] = body.events as { startTime: string }[];
    expect(event?.startTime).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
  });
});

describe('lists and search', () => {
  test('the list has lower-case names and the real ones beside them', async () => {
    await create({ firstName: 'Zoë', lastName: 'Newest' });
    const { body } = await call(`GET /contacts/?locationId=${locationId}&limit=1`);
    expect(body.contacts).toEqual([
      expect.objectContaining({ firstName: 'zoë', firstNameRaw: 'Zoë', lastName: 'newest' }),
    ]);
  });

  test('the list pages by startAfter and startAfterId', async () => {
    const seen = new Set<string>();
    let cursor = '';
    for (let i = 0; i < 4; i++) {
      const { body } = await call(`GET /contacts/?locationId=${locationId}&limit=100${cursor}`);
      for (const { id } of body.contacts as Contact[]) seen.add(id);
      const meta = body.meta as { startAfter?: number; startAfterId?: string };
      if (meta.startAfter)
        cursor = `&startAfter=${meta.startAfter}&startAfterId=${meta.startAfterId}`;
    }
    expect(seen.size).toBe((await search()).total);
  });

  test.each(['asc', 'desc'])('the search pages by record cursor, %s', async (direction) => {
    const sort = [{ field: 'dateUpdated', direction }];
    const seen: Contact[] = [];
    for (let searchAfter: unknown; ; searchAfter = seen.at(-1)?.searchAfter) {
      const page = await search({ pageLimit: 60, sort, ...(seen.length > 0 && { searchAfter }) });
      if (page.contacts.length === 0) break;
      seen.push(...page.contacts);
    }
    const stamps = seen.map(({ dateUpdated }) => String(dateUpdated));
    expect(new Set(seen.map(({ id }) => id)).size).toBe((await search()).total);
    expect(stamps).toEqual(direction === 'asc' ? stamps.toSorted() : stamps.toSorted().reverse());
  });

  test('the search shows the birthday as epoch, the address as `address`, nulls as nulls', async () => {
    await create({ email: 'born@example.com', dateOfBirth: '09/25/1990', address1: '1 Main St' });
    const [found] = (await where('email', 'eq', 'born@example.com')).contacts;
    expect(found).toMatchObject({
      dateOfBirth: Date.UTC(1990, 8, 25),
      address: '1 Main St',
      phone: null,
    });
    expect(found).not.toHaveProperty('address1');
  });

  test('filters', async () => {
    const { id } = await create({
      firstName: 'Filter',
      email: 'filter@example.com',
      tags: ['red', 'blue'],
      customFields: [{ id: fieldId('Number of Visits'), field_value: 4711 }],
    });
    const finds = async (found: Promise<{ contacts: Contact[] }>) =>
      (await found).contacts.some((contact) => contact.id === id);
    expect(await finds(where('tags', 'eq', ['red', 'green']))).toBe(true);
    expect(await finds(where('email', 'contains', 'FILTER@'))).toBe(true);
    expect(await finds(where('phone', 'not_exists'))).toBe(true);
    expect(await finds(where('email', 'not_eq', 'filter@example.com'))).toBe(false);
    expect(await finds(where(`customFields.${fieldId('Number of Visits')}`, 'eq', 4711))).toBe(
      true,
    );
    const since = Date.now() - 60_000;
    expect(await finds(where('dateAdded', 'range', { gte: since }))).toBe(true);
    const iso = new Date(since).toISOString();
    expect(await finds(where('dateAdded', 'range', { gte: iso }))).toBe(false);
    const group = {
      group: 'OR',
      filters: [
        { field: 'firstName', operator: 'eq', value: 'nobody' },
        { group: 'AND', filters: [{ field: 'tags', operator: 'contains', value: 'blu' }] },
      ],
    };
    expect(await finds(search({ filters: [group] }))).toBe(true);
    expect(await finds(search({ query: 'filter@ex' }))).toBe(true);
  });

  test('what the search refuses', async () => {
    const refuse = async (body: object) =>
      (await call('POST /contacts/search', { locationId, pageLimit: 500, ...body })).status;
    const gt = [{ field: 'dateAdded', operator: 'gt', value: 1 }];
    expect(await refuse({ filters: gt })).toBe(422);
    expect(await refuse({ pageLimit: 501 })).toBe(400);
    expect(await refuse({ page: 21 })).toBe(400);
    expect(await refuse({ tags: [] })).toBe(422);
  });

  test('by business', async () => {
    const { body } = await call(`GET /businesses/?locationId=${locationId}`);
    const [business] = body.businesses as { id: string }[];
    const query = `locationId=${locationId}&limit=3`;
    const found = await call(`GET /contacts/business/${business?.id}?${query}`);
    expect(found.body.contacts).toContainEqual(
      expect.objectContaining({ businessId: business?.id }),
    );
  });
});

describe('index lag', () => {
  let now = Date.parse('2026-07-17T10:00:00Z');
  const lagging = useSandbox({ indexLag: 10_000, now: () => now });

  test('a search sees a write 10 s later, a read sees it at once', async () => {
    const client = await clientOf(lagging());
    const { call, locationId } = client;
    const found = async (email: string) => {
      const filters = [{ field: 'email', operator: 'eq', value: email }];
      const answer = await call('POST /contacts/search', { locationId, pageLimit: 1, filters });
      return (answer.body.contacts as Contact[])[0]?.firstName;
    };
    const made = await call('POST /contacts/', {
      locationId,
      email: 'late@example.com',
      firstName: 'Old',
    });
    const { id } = made.body.contact as Contact;
    expect(await found('late@example.com')).toBeUndefined();
    now += 10_000;
    expect(await found('late@example.com')).toBe('Old');

    await call(`PUT /contacts/${id}`, { firstName: 'New' });
    expect((await call(`GET /contacts/${id}`)).body.contact).toMatchObject({ firstName: 'New' });
    now += 9_999;
    expect(await found('late@example.com')).toBe('Old');
    now += 1;
    expect(await found('late@example.com')).toBe('New');

    await call(`DELETE /contacts/${id}`);
    expect(await found('late@example.com')).toBe('New');
    now += 10_000;
    expect(await found('late@example.com')).toBeUndefined();
  });
});
