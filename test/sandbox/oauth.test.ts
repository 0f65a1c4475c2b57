import { clientOf, form, useSandbox } from './client.ts';

const sandbox = useSandbox();

const exchange = (fields: Record<string, string>) =>
  form(sandbox(), '/oauth/token', {
    client_id: sandbox().clientId,
    client_secret: sandbox().clientSecret,
    ...fields,
  });

const authorizeUrl = (changes: Record<string, string> = {}) => {
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: sandbox().clientId,
    redirect_uri: 'https://example.com/back?kept=1',
    state: 'abc',
    scope: 'contacts.readonly contacts.write',
    ...changes,
  });
  return `${sandbox().url}/v2/oauth/chooselocation?${asked}`;
};

async function codeFor(account: string): Promise<URL> {
  const body = new URLSearchParams(new URL(authorizeUrl()).search);
  body.set('account', account);
  const response = await fetch(authorizeUrl(), { method: 'POST', body, redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '');
}

describe('authorize page', () => {
  test('shows the app, its scopes and every account', async () => {
    const page = await (await fetch(authorizeUrl())).text();
    expect(page).toContain('HighLevel for Zapier');
    expect(page).toContain('contacts.readonly');
    expect(page).toContain('Bright Smile Dental');
    expect(page).toContain('Northstar Marketing');
  });

  test('hands back code and state, and keeps the query of the redirect', async () => {
    const back = await codeFor(sandbox().state.main.id);
    expect(back.searchParams.get('state')).toBe('abc');
    expect(back.searchParams.get('kept')).toBe('1');
    expect(back.searchParams.get('code')).toMatch(/^\w{40}$/);
  });

  test.each([
    ['a scope the app does not have', { scope: 'contacts.readonly contacts.delete' }],
    ['an unknown client', { client_id: 'someone-else' }],
    ['no redirect', { redirect_uri: '' }],
    ['another response type', { response_type: 'token' }],
  ])('is a dead end for %s', async (_what, changes) => {
    const response = await fetch(authorizeUrl(changes));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('role="alert"');
  });
});

describe('tokens', () => {
  test('a sub-account', async () => {
    const connection = await sandbox().connect('sub-account', 'contacts.readonly');
    expect(connection).toMatchObject({
      token_type: 'Bearer',
      expires_in: 86_399,
      scope: 'contacts.readonly',
      userType: 'Location',
      locationId: sandbox().state.main.id,
      companyId: sandbox().state.company.id,
    });
  });

  test('the agency', async () => {
    const connection = await sandbox().connect('agency');
    expect(connection.userType).toBe('Company');
    expect(connection.locationId).toBeUndefined();
  });

  test('a code works once', async () => {
    const code = (await codeFor(sandbox().state.main.id)).searchParams.get('code') ?? '';
    const first = await exchange({ grant_type: 'authorization_code', code });
    const second = await exchange({ grant_type: 'authorization_code', code });
    expect(first.status).toBe(200);
    expect(second.status).toBe(400);
    expect(await second.json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('a refresh token works once and rotates', async () => {
    const { refresh_token } = await sandbox().connect('sub-account');
    const first = await exchange({ grant_type: 'refresh_token', refresh_token });
    const second = await exchange({ grant_type: 'refresh_token', refresh_token });
    const renewed = (await first.json()) as { refresh_token: string; userType: string };
    expect(renewed.refresh_token).not.toBe(refresh_token);
    expect(renewed.userType).toBe('Location');
    expect(second.status).toBe(400);
    expect(await second.json()).toMatchObject({
      error: 'invalid_grant',
      error_description: 'Invalid grant: refresh token is invalid',
    });
  });

  test('one sub-account that an agency admin picked: a token of the agency, whatever is asked for', async () => {
    const { main, company } = sandbox().state;
    const code = (await codeFor(`bulk:${main.id}`)).searchParams.get('code') ?? '';
    const first = await exchange({ grant_type: 'authorization_code', code, user_type: 'Location' });
    expect(first.status).toBe(200);
    const token = (await first.json()) as { refresh_token: string };
    expect(token).toMatchObject({ userType: 'Company', companyId: company.id });
    expect(token).not.toHaveProperty('locationId');
    const refresh = { grant_type: 'refresh_token', refresh_token: token.refresh_token };
    const asLocation = await exchange({ ...refresh, user_type: 'Location' });
    expect(asLocation.status).toBe(400);
    expect(await asLocation.json()).toMatchObject({
      error_description: 'Invalid grant: user type must be Company',
    });
    expect((await exchange({ ...refresh, user_type: 'Company' })).status).toBe(200);
  });

  test('a wrong secret is 401', async () => {
    const response = await exchange({ grant_type: 'refresh_token', client_secret: 'wrong' });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: 'invalid_client' });
  });

  test('a deactivated sub-account cannot refresh', async () => {
    const { refresh_token } = await sandbox().connect('sub-account');
    sandbox().state.main.active = false;
    const response = await exchange({ grant_type: 'refresh_token', refresh_token });
    sandbox().state.main.active = true;
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error_description: 'Location is not active' });
  });

  test('an expired token is an invalid one', async () => {
    const { call, locationId } = await clientOf(sandbox());
    sandbox().state.grants.expireAll();
    const { status, body } = await call(`GET /users/?locationId=${locationId}`);
    expect([status, body.message]).toEqual([401, 'Invalid JWT']);
  });
});

describe('the agency and its sub-accounts', () => {
  const locationToken = (token: string, fields: Record<string, string>) =>
    fetch(`${sandbox().url}/oauth/locationToken`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { authorization: `Bearer ${token}`, version: '2021-07-28' },
    });

  test('a location token', async () => {
    const { access_token, companyId } = await sandbox().connect('agency');
    const locationId = sandbox().state.main.id;
    const response = await locationToken(access_token, { companyId, locationId });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      userType: 'Location',
      locationId,
      refresh_token: expect.any(String),
    });
  });

  test('not where the app is not installed, nor for another company', async () => {
    const { access_token, companyId } = await sandbox().connect('agency');
    const absent = [...sandbox().state.locations.values()].find((place) => !place.installedAt);
    const locationId = absent?.id ?? '';
    const refused = await locationToken(access_token, { companyId, locationId });
    const foreign = await locationToken(access_token, { companyId: 'other', locationId });
    expect([refused.status, foreign.status]).toEqual([400, 400]);
  });

  test('needs oauth.write', async () => {
    const { access_token, companyId } = await sandbox().connect('agency', 'locations.readonly');
    const locationId = sandbox().state.main.id;
    const response = await locationToken(access_token, { companyId, locationId });
    expect(response.status).toBe(401);
  });

  test('installed locations are paged', async () => {
    const { call, connection } = await clientOf(sandbox(), 'agency');
    const query = `companyId=${connection.companyId}&appId=x&isInstalled=true&limit=50&skip=100`;
    const { body } = await call(`GET /oauth/installedLocations?${query}`);
    expect(body.count).toBe(110);
    expect(body.locations).toHaveLength(10);
  });
});
