import { send, useSandbox } from './client.ts';

let later = 0;
const sandbox = useSandbox({ now: () => Date.now() + later });

const ask = (token: string, route: string, body?: unknown) =>
  send(sandbox(), route, body, { authorization: `Bearer ${token}`, version: '2021-07-28' });

const main = () => sandbox().state.main.id;

const made = async (kind: 'sub-account' | 'agency', scopes?: string) =>
  (await sandbox().privateToken(kind, scopes)).privateToken;

const refusal = (message: string) => ({ status: 401, body: { statusCode: 401, message } });

test('a token of a sub-account works there, and nowhere else', async () => {
  const token = await made('sub-account');
  expect(token).toMatch(/^pit-[\da-f-]{36}$/);
  const [other] = [...sandbox().state.locations.keys()].filter((id) => id !== main());
  expect((await ask(token, `GET /locations/${main()}`)).status).toBe(200);
  expect((await ask(token, `GET /contacts/?locationId=${main()}`)).status).toBe(200);
  const elsewhere = refusal('This location is not accessible from this token!');
  expect(await ask(token, `GET /locations/${other}`)).toMatchObject(elsewhere);
  expect(await ask(token, 'GET /locations/nothing')).toMatchObject(elsewhere);
  expect((await ask(token, 'GET /locations/search')).status).toBe(403);
});

test('a token of the agency does not work inside of sub-accounts', async () => {
  const token = await made('agency');
  expect((await ask(token, `GET /locations/${main()}`)).status).toBe(200);
  expect((await ask(token, `GET /companies/${sandbox().state.company.id}`)).status).toBe(200);
  expect(await ask(token, `GET /contacts/?locationId=${main()}`)).toMatchObject(
    refusal("Token's user type mismatch!"),
  );
});

test('nothing exchanges it or lists installations with it', async () => {
  const token = await made('agency');
  const noScope = refusal('The token is not authorized for this scope.');
  const companyId = sandbox().state.company.id;
  expect(await ask(token, 'POST /oauth/locationToken', {})).toMatchObject(noScope);
  expect(
    await ask(token, `GET /oauth/installedLocations?companyId=${companyId}&appId=x`),
  ).toMatchObject(noScope);
});

test('scopes can be left out', async () => {
  const token = await made('sub-account', 'locations.readonly oauth.write snapshots.readonly');
  expect((await ask(token, `GET /locations/${main()}`)).status).toBe(200);
  expect(await ask(token, `GET /contacts/?locationId=${main()}`)).toMatchObject(
    refusal('The token is not authorized for this scope.'),
  );
  expect(sandbox().state.grants.tokenOf(token)?.scopes).toEqual(['locations.readonly']);
});

test('it lives as long as nobody rotates or deletes it; a rotated one a week more', async () => {
  const { state } = sandbox();
  const old = await made('sub-account');
  state.grants.expireAll();
  const status = async (token: string) => (await ask(token, `GET /locations/${main()}`)).status;
  expect(await status(old)).toBe(200);
  const fresh = await sandbox().changePrivateToken(old, 'rotate');
  expect(await Promise.all([old, fresh].map(status))).toEqual([200, 200]);
  later = 7 * 86_400_000 + 1_000;
  expect(await ask(old, `GET /locations/${main()}`)).toMatchObject(
    refusal('Invalid Private Integration token'),
  );
  expect(await status(fresh)).toBe(200);
  await sandbox().changePrivateToken(fresh, 'delete');
  expect(await status(fresh)).toBe(401);
});

test('the page shows a token once', async () => {
  const token = await made('sub-account');
  const page = await (await fetch(`${sandbox().url}/__sandbox/private-integrations`)).text();
  expect(page).toContain(`${token.slice(0, 12)}…`);
  expect(page).not.toContain(token);
});
