import { pairs } from '../support/depth.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

type Contact = {
  id: string;
  email: string | null;
  phone: string | null;
  city: string | null;
  dateAdded: string;
  dateUpdated: string;
  searchAfter: unknown;
};
/** A filter, and the same as a plain test. */
type Query = [object, (one: Contact) => boolean];
type Found = { contacts: Contact[]; total: number };

const DAY = 86_400_000;
let now = Date.parse('2026-07-17T10:00:00Z');
const sandbox = useSandbox({ contacts: 120, indexLag: 10_000, now: () => now });
let client: Client;
let seeded: Contact[];

async function search(body: object): Promise<Found> {
  const { locationId } = client;
  const answer = await client.call('POST /contacts/search', {
    locationId,
    pageLimit: 500,
    ...body,
  });
  expect(answer.status).toBe(200);
  const { contacts, total } = answer.body as unknown as Found;
  return { contacts, total };
}

/** Every contact the search knows of, without a filter, so that no index can leave one out. */
const scanned = async (sort: object[] = []) => (await search({ sort })).contacts;

const is = (field: 'email' | 'phone', ...values: unknown[]): Query => [
  { field, operator: 'eq', value: values.length === 1 ? values[0] : values },
  (one) => values.some((value) => one[field]?.toLowerCase() === String(value).toLowerCase()),
];

const since = (
  field: 'dateAdded' | 'dateUpdated',
  range: { gte?: unknown; lt?: number },
): Query => [
  { field, operator: 'range', value: range },
  (one) =>
    typeof (range.gte ?? 0) === 'number' &&
    Date.parse(one[field]) >= Number(range.gte ?? 0) &&
    Date.parse(one[field]) < (range.lt ?? Number.POSITIVE_INFINITY),
];

const sorts = [
  [],
  [{ field: 'dateUpdated', direction: 'asc' }],
  [{ field: 'firstNameLowerCase', direction: 'asc' }],
];

/**
 * Asks by each filter and page by page, in every order (by default in one, by turns), for what a look at every contact
 * finds.
 */
async function expectLikeScanned(...asked: Query[]): Promise<void> {
  const all = new Map<object[], Contact[]>();
  for (const sort of sorts) all.set(sort, await scanned(sort));
  for (const [[filter, holds], sort] of pairs(asked, sorts)) {
    const contacts = (all.get(sort) ?? []).filter(holds);
    const total = contacts.length;
    const ask = async (body: object) => ({
      filter,
      ...(await search({ filters: [filter], sort, ...body })),
    });
    expect(await ask({})).toEqual({ filter, contacts, total });
    if (total < 2) continue;
    const second = { filter, contacts: contacts.slice(1, 2), total };
    expect(await ask({ pageLimit: 1, page: 2 })).toEqual(second);
    expect(await ask({ pageLimit: 1, searchAfter: contacts[0]?.searchAfter })).toEqual(second);
  }
}

const count = async ([filter]: Query) => (await search({ filters: [filter] })).total;

const at = (index: number): Contact => seeded[index] as Contact;
const write = (id: string, body: object) => client.call(`PUT /contacts/${id}`, body);

/** Seeded, changed, exchanged, deleted and new values; none, several and odd ones. */
const queries = () => [
  ...[0, 1, 2, 3, 4, 5, 60, 118].flatMap((index) => [
    is('email', at(index).email ?? `nobody${index}@example.com`),
    is('phone', at(index).phone ?? `+1646${2_000_000 + index}`),
  ]),
  is('email', at(20).email?.toUpperCase()),
  is('email', at(8).email, at(9).email, at(8).email, 'new@example.com', 'moved@example.com'),
  is('email', at(110).email, at(10).email, at(60).email),
  ...[
    'new@example.com',
    'moved@example.com',
    'nobody@example.com',
    '7@',
    '120@example.com',
    '',
  ].map((value) => is('email', value)),
  ...['+16462000120', '+1646', '16462000003', '+1646-2000003', '', null, 7, ['+16462000011']].map(
    (value) => is('phone', value),
  ),
  is('phone'),
  since('dateAdded', { gte: now - 7 * DAY }),
  since('dateUpdated', { gte: now - 3 * DAY, lt: now - DAY }),
  since('dateUpdated', { lt: now - 390 * DAY }),
  since('dateUpdated', { gte: now + DAY }),
  since('dateAdded', { gte: new Date(now - DAY).toISOString() }),
];

beforeAll(async () => {
  client = await clientOf(sandbox());
  seeded = await scanned();
});

describe('what the index answers is what a look at every contact finds', () => {
  test('as seeded', async () => {
    expect(seeded).toHaveLength(120);
    await expectLikeScanned(...queries());
  });

  test('while writes are not in the index yet', async () => {
    const { locationId } = client;
    await write(at(1).id, { email: 'moved@example.com' });
    await write(at(2).id, { phone: '+12125550100' });
    await write(at(3).id, { email: at(1).email }); // takes what another one gave up
    await write(at(4).id, { city: 'Elsewhere' });
    await client.call(`DELETE /contacts/${at(5).id}`);
    await client.call(`DELETE /contacts/${at(118).id}`);
    await client.call('POST /contacts/', { locationId, email: 'new@example.com' });
    await client.call('POST /contacts/', { locationId, email: at(5).email, phone: at(2).phone });
    await expectLikeScanned(...queries());
    expect(await count(is('email', 'moved@example.com'))).toBe(0);
    expect(await count(is('email', at(118).email))).toBe(1);
  });

  test('when the index has caught up', async () => {
    now += 10_000;
    await expectLikeScanned(...queries());
    expect(await count(is('email', 'moved@example.com'))).toBe(1);
    expect(await count(is('email', 'new@example.com'))).toBe(1);
    expect(await count(is('email', at(118).email))).toBe(0);
  });

  test('in groups and beside other filters', async () => {
    const [email, hasEmail] = is('email', at(30).email ?? at(31).email, at(40).email);
    const [phone, hasPhone] = is('phone', at(41).phone ?? at(42).phone, '+12125550100');
    const [recent, isRecent] = since('dateAdded', { gte: now - 20 * DAY });
    const city = { field: 'city', operator: 'eq', value: at(50).city };
    const inCity = (one: Contact) => one.city === at(50).city;
    const groups: Query[] = [
      [{ group: 'OR', filters: [email, phone] }, (one) => hasEmail(one) || hasPhone(one)],
      [{ group: 'OR', filters: [email, city] }, (one) => hasEmail(one) || inCity(one)],
      [{ group: 'AND', filters: [city, recent] }, (one) => inCity(one) && isRecent(one)],
      [{ group: 'AND', filters: [email, phone] }, (one) => hasEmail(one) && hasPhone(one)],
      [
        { group: 'OR', filters: [phone, { group: 'AND', filters: [recent, email] }] },
        (one) => hasPhone(one) || (isRecent(one) && hasEmail(one)),
      ],
      [{ group: 'OR', filters: [] }, () => false],
      [{ group: 'AND', filters: [] }, () => true],
    ];
    await expectLikeScanned(...groups);
    const found = await search({ filters: [email, city], query: 'example' });
    const all = (await scanned()).filter((one) => hasEmail(one) && inCity(one));
    expect(found).toEqual({ contacts: all, total: all.length });
  });
});

test('the duplicate look-up knows who has an e-mail or a phone now', async () => {
  now += 10_000;
  const all = await scanned();
  const holder = async (query: string) => {
    const route = `GET /contacts/search/duplicate?locationId=${client.locationId}&${query}`;
    return ((await client.call(route)).body.contact as Contact | null)?.id;
  };
  const emails = [...seeded.slice(0, 30), ...all.slice(-5)].flatMap(({ email }) => email ?? []);
  for (const email of [...emails, 'moved@example.com', 'new@example.com', 'nobody@example.com'])
    expect(await holder(`email=${email}`)).toBe(all.find((one) => one.email === email)?.id);
  for (const phone of seeded.slice(0, 30).flatMap((one) => one.phone ?? []))
    expect(await holder(`number=${encodeURIComponent(phone)}`)).toBe(
      all.find((one) => one.phone === phone)?.id,
    );
});
