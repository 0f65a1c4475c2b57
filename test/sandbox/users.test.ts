import { type Client, clientOf, useSandbox } from './client.ts';

type User = Record<string, unknown> & { id: string };

const sandbox = useSandbox();
let own: Client;
let agency: Client;
beforeAll(async () => {
  own = await clientOf(sandbox());
  agency = await clientOf(sandbox(), 'agency');
});

let count = 0;
const person = (more: object = {}) => ({
  companyId: sandbox().state.company.id,
  firstName: 'Ute',
  lastName: 'Test',
  email: `ute${count++}@example.com`,
  password: 'Correct-Horse-7',
  type: 'account',
  role: 'user',
  locationIds: [own.locationId],
  ...more,
});

const create = async (more: object = {}) =>
  (await own.call('POST /users/', person(more))).body as User;

test('a new user has the default permissions and no password', async () => {
  const user = await create();
  expect(user).toMatchObject({
    name: 'Ute Test',
    permissions: { contactsEnabled: true, assignedDataOnly: false },
    roles: { type: 'account', locationIds: [own.locationId] },
  });
  expect(user).not.toHaveProperty('password');
  expect((await own.call(`GET /users/${user.id}`)).body).toMatchObject({ id: user.id });
});

test('an address is used once', async () => {
  const user = await create();
  expect((await own.call('POST /users/', person({ email: user.email }))).status).toBe(400);
});

test('an update with some permissions resets the others, and ignores the e-mail', async () => {
  const user = await create({ permissions: { contactsEnabled: false } });
  const { body } = await own.call(`PUT /users/${user.id}`, {
    permissions: { refundsEnabled: false },
    email: 'other@example.com',
  });
  expect(body).toMatchObject({
    email: user.email,
    permissions: { contactsEnabled: true, refundsEnabled: false },
  });
});

test('an update refuses switches that the document does not know', async () => {
  const user = await create();
  const answer = await own.call(`PUT /users/${user.id}`, {
    permissions: { certificatesEnabled: true },
  });
  expect(answer.status).toBe(422);
});

test('an agency must say which it is when it updates', async () => {
  const user = await create();
  const companyId = sandbox().state.company.id;
  expect((await agency.call(`PUT /users/${user.id}`, { lastName: 'X' })).status).toBe(403);
  expect((await agency.call(`PUT /users/${user.id}`, { lastName: 'X', companyId })).status).toBe(
    200,
  );
});

test('a sub-account does not reach the agency’s users, and creates none elsewhere', async () => {
  const { ownerId } = sandbox().state.company.record;
  expect((await own.call(`GET /users/${ownerId}`)).status).toBe(400);
  expect((await agency.call(`GET /users/${ownerId}`)).body.name).toBe('Nora North');
  expect((await own.call('POST /users/', person({ locationIds: ['other'] }))).status).toBe(403);
});

test('the list refuses the agency, the search demands it', async () => {
  const companyId = sandbox().state.company.id;
  const list = `GET /users/?locationId=${own.locationId}`;
  expect((await own.call(list)).status).toBe(200);
  expect((await own.call(`${list}&companyId=${companyId}`)).status).toBe(422);
  expect((await own.call('GET /users/search')).status).toBe(401);
  const { body } = await own.call(`GET /users/search?companyId=${companyId}&limit=100`);
  expect((body.users as User[]).map(({ name }) => name)).not.toContain('Nora North');
});

test('the newest users first when sorted by dateAdded', async () => {
  const user = await create();
  const companyId = sandbox().state.company.id;
  const query = `companyId=${companyId}&sort=dateAdded&sortDirection=desc&limit=1`;
  expect((await agency.call(`GET /users/search?${query}`)).body.users).toMatchObject([
    { id: user.id },
  ]);
});

describe('filter by email', () => {
  const filter = (client: Client, more: object) =>
    client.call('POST /users/search/filter-by-email', {
      companyId: sandbox().state.company.id,
      emails: 'nora@northstar.example,amelia@brightsmiledental.example',
      ...more,
    });

  test('is for agencies, and gives id and email only unless asked for all', async () => {
    expect((await filter(own, {})).status).toBe(403);
    const { users } = (await filter(agency, {})).body as { users: User[] };
    expect(users.map((user) => Object.keys(user))).toEqual([
      ['id', 'email'],
      ['id', 'email'],
    ]);
    const { body } = await filter(agency, { projection: 'all', skip: '1', limit: '1' });
    expect(body).toMatchObject({ count: 2, users: [{ name: 'Amelia Hart' }] });
    expect((await filter(agency, { limit: 1 })).status).toBe(422);
  });

  test('finds deleted users when asked to', async () => {
    const user = await create();
    const { body } = await own.call(`DELETE /users/${user.id}`);
    expect(body).toMatchObject({ succeded: true, message: expect.stringContaining('Queued') });
    expect((await own.call(`GET /users/${user.id}`)).status).toBe(400);
    const found = async (deleted: boolean) =>
      (await filter(agency, { emails: user.email, deleted })).body.count;
    expect([await found(true), await found(false)]).toEqual([1, 0]);
  });
});
