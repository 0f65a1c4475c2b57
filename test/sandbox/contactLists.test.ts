import { clientOf, useSandbox } from './client.ts';
import { type Contact, useContacts } from './contactClient.ts';

const { call, locationId, create, search, where, fieldId } = useContacts();

describe('lists and search', () => {
  test('the list has lower-case names and the real ones beside them', async () => {
    await create({ firstName: 'Zoë', lastName: 'Newest' });
    const { body } = await call(`GET /contacts/?locationId=${locationId()}&limit=1`);
    expect(body.contacts).toEqual([
      expect.objectContaining({ firstName: 'zoë', firstNameRaw: 'Zoë', lastName: 'newest' }),
    ]);
  });

  test('the list pages by startAfter and startAfterId', async () => {
    const seen = new Set<string>();
    let cursor = '';
    for (let i = 0; i < 4; i++) {
      const { body } = await call(`GET /contacts/?locationId=${locationId()}&limit=100${cursor}`);
      for (const { id } of body.contacts as Contact[]) seen.add(id);
      const meta = body.meta as { startAfter?: number; startAfterId?: string };
      if (meta.startAfter)
        cursor = `&startAfter=${meta.startAfter}&startAfterId=${meta.startAfterId}`;
    }
    expect(seen.size).toBe((await search()).total);
  });

  test('in v3 the contacts of a business page by name and ID, with a comma or as two', async () => {
    const ids: string[] = [];
    for (const lastName of ['Sakai, Jr.', 'Abe', 'De Sakai', 'De Sakai'])
      ids.push((await create({ lastName })).id);
    const business = { locationId: locationId(), name: 'Sakai & Co' };
    const { body } = await call('POST /businesses/', business);
    const { id: businessId } = body.buiseness as Contact;
    await call('POST /contacts/bulk/business', { locationId: locationId(), ids, businessId });
    const page = async (after = '') => {
      const path = `/contacts/business/${businessId}?locationId=${locationId()}&limit=1${after}`;
      const answer = await call(`GET ${path}`, undefined, { version: 'v3' });
      return (answer.body.contacts as Contact[])[0];
    };
    const parts = ({ contactName, id }: Contact) => [encodeURIComponent(String(contactName)), id];
    const write = [
      (last: Contact) =>
        parts(last)
          .map((part) => `&startAfter=${part}`)
          .join(''),
      (last: Contact) => `&startAfter=${parts(last).join(',')}`,
    ];
    for (const cursor of write) {
      const seen: Contact[] = [];
      for (let next = await page(); next && seen.length < 9; next = await page(cursor(next)))
        seen.push(next);
      const names = seen.map(({ contactName }) => contactName);
      expect(names).toEqual(['abe', 'de sakai', 'de sakai', 'sakai, jr.']);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(4);
    }
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
    expect(await finds(where('tags', 'eq', 'RED'))).toBe(false);
    expect(await finds(where('email', 'eq', 'FILTER@example.com'))).toBe(true);
    expect(await finds(where('phone', 'not_exists'))).toBe(true);
    expect(await finds(where('email', 'not_eq', 'filter@example.com'))).toBe(false);
    expect(await finds(where(`customFields.${fieldId('Number of Visits')}`, 'eq', 4711))).toBe(
      true,
    );
    expect(await finds(where(`customFields.${fieldId('Number of Visits')}`, 'eq', '4711'))).toBe(
      false,
    );
    const since = Date.now() - 60_000;
    expect(await finds(where('dateAdded', 'range', { gte: since }))).toBe(true);
    const iso = new Date(since).toISOString();
    expect(await finds(where('dateAdded', 'range', { gte: iso }))).toBe(false);
    const group = {
      group: 'OR',
      filters: [
        { field: 'firstNameLowerCase', operator: 'eq', value: 'nobody' },
        { group: 'AND', filters: [{ field: 'tags', operator: 'contains', value: 'blu' }] },
      ],
    };
    expect(await finds(search({ filters: [group] }))).toBe(true);
    expect(await finds(search({ query: 'filter@ex' }))).toBe(true);
  });

  test('what the search refuses', async () => {
    const refuse = async (body: object) =>
      (await call('POST /contacts/search', { locationId: locationId(), pageLimit: 500, ...body }))
        .status;
    const gt = [{ field: 'dateAdded', operator: 'gt', value: 1 }];
    expect(await refuse({ filters: gt })).toBe(422);
    const asked = (field: string, operator: string) =>
      refuse({ filters: [{ field, operator, value: 'x' }] });
    expect(await asked('email', 'contains')).toBe(422);
    expect(await asked('website', 'not_contains')).toBe(422);
    expect(await asked('dateAdded', 'eq')).toBe(422);
    expect(await asked('city', 'range')).toBe(422);
    expect(await asked(`customFields.${fieldId('Last X-Ray')}`, 'eq')).toBe(422);
    expect(await asked(`customFields.${fieldId('Allergies')}`, 'contains')).toBe(422);
    const inner = [{ field: 'name', operator: 'eq', value: 'x' }];
    const nested = { field: 'opportunities', operator: 'nested', filters: inner };
    expect(await refuse({ filters: [nested] })).toBe(422);
    expect(await refuse({ pageLimit: 501 })).toBe(400);
    expect(await refuse({ page: 21 })).toBe(400);
    expect(await refuse({ tags: [] })).toBe(422);
  });

  test('by business', async () => {
    const { body } = await call(`GET /businesses/?locationId=${locationId()}`);
    const [business] = body.businesses as { id: string }[];
    const query = `locationId=${locationId()}&limit=3`;
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
