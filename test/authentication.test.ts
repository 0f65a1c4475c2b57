import nock from 'nock';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { oauth as authentication } from '../authentication.ts';
import { spoken } from '../lib/api/generations.ts';
import { scopes } from '../scopes.ts';
import { agencyConnection, connection, highlevel } from './support/api.ts';
import { hurry } from './support/clock.ts';
import { problem, type Setting, within } from './support/within.ts';

type Step = (z: ZObject, bundle: Bundle) => Promise<unknown>;
const { authorizeUrl, getAccessToken, refreshAccessToken } = authentication.oauth2Config;
const perform = (step: Step, setting: Setting) => within(step, setting);

beforeEach(() => {
  hurry();
  process.env.CLIENT_ID = 'app1-x';
  process.env.CLIENT_SECRET = 'client-secret-of-the-test';
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of [
    'CLIENT_ID',
    'CLIENT_SECRET',
    'HIGHLEVEL_SCOPES',
    'HIGHLEVEL_MARKETPLACE_URL',
  ])
    delete process.env[name];
});

/** The token endpoint, which must get neither bearer nor version. */
const tokens = (form: Record<string, string>) =>
  nock('https://services.leadconnectorhq.com', { badheaders: ['authorization', 'version'] }).post(
    '/oauth/token',
    { client_id: 'app1-x', client_secret: 'client-secret-of-the-test', ...form },
  );
const answer = {
  access_token: 'new-access',
  refresh_token: 'new-refresh',
  token_type: 'Bearer',
  expires_in: 86_399,
  scope: 'contacts.readonly',
  userType: 'Location',
  locationId: 'loc1',
  companyId: 'com1',
  userId: 'usr1',
};
const secretless = (said: object) => {
  for (const secret of ['client-secret-of-the-test', 'refresh-of-the-test', 'new-access'])
    expect(JSON.stringify(said)).not.toContain(secret);
};

describe('the authorize page', () => {
  const inputData = { redirect_uri: 'https://zapier.com/back?a=1&b=2', state: 's t&1' };
  const page = async () =>
    new URL(String(await perform(authorizeUrl, { inputData, authData: {} })));

  test('HighLevel’s, with every scope, the state and the redirect', async () => {
    const url = await page();
    expect(url.origin + url.pathname).toBe(
      'https://marketplace.gohighlevel.com/v2/oauth/chooselocation',
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'app1-x',
      scope: scopes.join(' '),
      loginWindowOpenMode: 'self',
      ...inputData,
    });
  });

  test('of a white-label agency', async () => {
    process.env.HIGHLEVEL_MARKETPLACE_URL = 'https://marketplace.leadconnectorhq.com';
    const url = await page();
    expect(url.host).toBe('marketplace.leadconnectorhq.com');
    expect(url.pathname).toBe('/v2/oauth/chooselocation');
  });

  test('HIGHLEVEL_SCOPES narrows the scopes', async () => {
    process.env.HIGHLEVEL_SCOPES = 'contacts.readonly locations.readonly';
    expect((await page()).searchParams.get('scope')).toBe('contacts.readonly locations.readonly');
  });
});

describe('exchanging the code', () => {
  const inputData = {
    code: 'code1',
    redirect_uri: 'https://zapier.com/back',
    account: 'sub_account',
  };
  const grant = {
    grant_type: 'authorization_code',
    code: 'code1',
    redirect_uri: 'https://zapier.com/back',
  };
  const connecting = (account = 'sub_account') =>
    perform(getAccessToken, { inputData: { ...inputData, account }, authData: {} });

  test('a sub-account; nothing is kept but tokens, ids and scopes', async () => {
    tokens({ ...grant, user_type: 'Location' }).reply(200, answer);
    expect(await connecting()).toEqual({
      access_token: 'new-access',
      refresh_token: 'new-refresh',
      locationId: 'loc1',
      companyId: 'com1',
      userId: 'usr1',
      scope: 'contacts.readonly',
    });
  });

  test('a company token for one sub-account makes an agency’s connection, whatever was chosen', async () => {
    tokens({ ...grant, user_type: 'Location' }).reply(200, { ...answer, userType: 'Company' });
    const connected = (await connecting()) as Record<string, string>;
    expect(connected).toMatchObject({ locationId: '', companyId: 'com1' });
    tokens({
      grant_type: 'refresh_token',
      refresh_token: 'new-refresh',
      user_type: 'Company',
    }).reply(200, { ...answer, userType: 'Company' });
    const authData = { ...connected, account: 'sub_account' };
    expect(await perform(refreshAccessToken, { authData })).toMatchObject({ locationId: '' });
  });

  test('an agency has no location of its own', async () => {
    tokens({ ...grant, user_type: 'Company' }).reply(200, { ...answer, userType: 'Company' });
    expect(await connecting('agency')).toMatchObject({ locationId: '', companyId: 'com1' });
  });

  test.each<[number, object | string, string, number]>([
    [400, { error: 'invalid_grant', error_description: 'Invalid code' }, 'Invalid code', 400],
    [400, { message: 'Location is not active' }, 'Location is not active', 400],
    [500, '<html>', 'status 500', 500],
    [400, { error_description: { code: 7 } }, 'status 400', 400],
    [200, {}, 'status 200', 200],
    [200, null as unknown as object, 'status 200', 200],
    [200, { ...answer, refresh_token: null }, 'status 200', 200],
    [200, { ...answer, locationId: '', companyId: undefined }, 'status 200', 200],
    [200, '', 'status 200', 200],
  ])('%d %j is explained', async (status, body, said, code) => {
    tokens({ ...grant, user_type: 'Location' }).reply(status, body as object);
    const error = await problem(connecting());
    expect(error).toMatchObject({ name: 'AppError', status: code });
    expect(error.message).toBe(
      `HighLevel did not complete the connection: ${said}. Please connect again.`,
    );
    secretless(error);
  });

  test('a wrong client secret is the app owner’s matter', async () => {
    tokens({ ...grant, user_type: 'Location' })
      .times(2)
      .reply(401, { error: 'invalid_client' });
    const error = await problem(connecting());
    expect(error).toMatchObject({ name: 'AppError', code: 'client', status: 401 });
    expect(error.message).toContain('its client ID or client secret is wrong');
    secretless(error);
  });
});

describe('refreshing', () => {
  const refresh = (setting: Setting = {}) => perform(refreshAccessToken, setting);
  const grant = {
    grant_type: 'refresh_token',
    refresh_token: 'refresh-of-the-test',
    user_type: 'Location',
  };

  test('keeps the new refresh token, since each works once', async () => {
    tokens(grant).reply(200, answer);
    expect(await refresh()).toEqual({
      access_token: 'new-access',
      refresh_token: 'new-refresh',
      locationId: 'loc1',
      companyId: 'com1',
      userId: 'usr1',
      scope: 'contacts.readonly',
    });
  });

  test('what the answer leaves empty stays, above all the refresh token', async () => {
    tokens(grant).reply(200, { ...answer, refresh_token: '', companyId: null });
    expect(await refresh()).toMatchObject({
      access_token: 'new-access',
      refresh_token: 'refresh-of-the-test',
      companyId: connection.companyId,
    });
  });

  test('reads the tokens in camel case too, above all the rotated refresh token', async () => {
    const { access_token, refresh_token, token_type, expires_in, ...rest } = answer;
    const camel = { accessToken: access_token, refreshToken: refresh_token };
    const other = { tokenType: token_type, expiresIn: expires_in };
    tokens(grant).reply(200, { ...rest, ...camel, ...other });
    expect(await refresh()).toMatchObject({
      access_token: 'new-access',
      refresh_token: 'new-refresh',
    });
  });

  test('speaks v3 as soon as its family does', async () => {
    spoken.oauth = 'v3';
    const form = {
      grantType: 'refresh_token',
      refreshToken: 'refresh-of-the-test',
      userType: 'Location',
      clientId: 'app1-x',
      clientSecret: 'client-secret-of-the-test',
    };
    nock('https://services.leadconnectorhq.com', { reqheaders: { version: 'v3' } })
      .post('/oauth/token', form)
      .reply(200, { ...answer, access_token: undefined, accessToken: 'v3-access' });
    const asked = refresh();
    expect(await asked.finally(() => Object.assign(spoken, { oauth: 'classic' }))).toMatchObject({
      access_token: 'v3-access',
    });
  });

  test.each([
    [401, { message: 'version header is invalid' }],
    [400, { message: 'This endpoint is not available in API version v3' }],
    [400, { error: { code: 'GONE', message: 'API endpoint has been removed' } }],
  ])('%d %j is the owner’s matter, and ends no connection', async (status, body) => {
    tokens(grant).times(2).reply(status, body);
    const error = await problem(refresh());
    expect(error).toMatchObject({ name: 'AppError', code: 'retired', status: 503 });
    expect(error.message).toContain('update the app to its newest version');
    nock.cleanAll();
  });

  test('an agency stays one, and ids that the answer lacks stay', async () => {
    tokens({ ...grant, user_type: 'Company' }).reply(200, {
      access_token: 'new-access',
      refresh_token: 'new-refresh',
      locationId: 'loc9',
    });
    const authData = { ...agencyConnection, account: 'agency' };
    expect(await refresh({ authData })).toEqual({
      access_token: 'new-access',
      refresh_token: 'new-refresh',
      locationId: '',
      companyId: 'com1',
      userId: 'usr1',
      scope: '',
    });
  });

  test.each([
    [401, 'Command timed out'],
    [401, 'Request Timeout'],
    [400, 'Request Timeout, please try again'],
    [408, 'Request Timeout'],
    [504, 'Gateway Timeout'],
    [400, 'read ECONNRESET'],
    [400, 'socket hang up'],
    [401, 'The request has timed out'],
    [401, 'connect ETIMEDOUT 10.0.0.7:27017'],
  ])(
    '%d “%s” says nothing about the token: Zapier refreshes again later',
    async (status, message) => {
      tokens(grant).times(2).reply(status, { message });
      expect(await problem(refresh())).toMatchObject({
        name: 'AppError',
        code: 'unavailable',
        status: 503,
        message: 'HighLevel did not answer in time. Zapier will try again.',
      });
      nock.cleanAll();
    },
  );

  test.each<[number, string | object]>([
    [400, '<html>Bad Request</html>'],
    [401, '<html>Authorization Required</html>'],
    [403, '\n<!DOCTYPE html><title>Just a moment...</title>'],
    [404, '<html>Not Found</html>'],
    [404, { statusCode: 404, message: 'Cannot POST /oauth/token' }],
  ])('the page of a gateway that says %d does not end the connection', async (status, page) => {
    tokens(grant).times(2).reply(status, page);
    expect(await problem(refresh())).toMatchObject({
      name: 'AppError',
      code: 'unavailable',
      status: 503,
      message: `HighLevel has a problem at the moment (${status}). Zapier will try again.`,
    });
    nock.cleanAll();
  });

  test('a 401 that has passed when HighLevel is asked why gives the tokens', async () => {
    tokens(grant).reply(401, { message: 'Command timed out' });
    tokens(grant).reply(200, answer);
    expect(await refresh()).toMatchObject({ refresh_token: 'new-refresh' });
  });

  describe('two at the same time with one refresh token', () => {
    const race = (status: number) =>
      within(async (z, bundle) => {
        tokens(grant).reply(200, answer);
        const won = await refreshAccessToken(z, bundle);
        tokens(grant).times(2).reply(status, { error: 'invalid_grant' });
        return [won, await refreshAccessToken(z, bundle)];
      });

    test.each([400, 401, 403, 404, 422])(
      '%d: the one that lost takes the tokens of the other',
      async (status) => {
        const [won, lost] = await race(status);
        expect(lost).toEqual(won);
        nock.cleanAll();
      },
    );

    test('the one that lost waits a moment for the other', async () => {
      const [lost, won] = await within(async (z, bundle) => {
        tokens(grant).reply(400, { error: 'invalid_grant' });
        const losing = refreshAccessToken(z, bundle);
        // By the clock that is hurried, which nock's own delay does not follow.
        tokens(grant).reply(200, (_uri, _body, done) => {
          setTimeout(() => done(null, answer), 1_000);
        });
        return Promise.all([losing, refreshAccessToken(z, bundle)]);
      });
      expect(lost).toEqual(won);
    });

    test('a memory that never answers loses no tokens', async () => {
      const fresh = await within(async (z, bundle) => {
        tokens(grant).reply(200, answer);
        z.cache.set = () => new Promise(() => {});
        return refreshAccessToken(z, bundle);
      });
      expect(fresh).toMatchObject({ refresh_token: 'new-refresh' });
    });

    test('nobody takes those of another refresh token', async () => {
      const other = { ...connection, refresh_token: 'another-refresh' };
      const losing = within(async (z, bundle) => {
        tokens(grant).reply(200, answer);
        await refreshAccessToken(z, bundle);
        tokens({ ...grant, refresh_token: 'another-refresh' }).reply(400, {
          error: 'invalid_grant',
        });
        return refreshAccessToken(z, { ...bundle, authData: other });
      });
      expect(await problem(losing)).toMatchObject({ name: 'ResponseError', status: 400 });
    });
  });

  test.each([400, 403, 500, 503])(
    '%d keeps its status, by which Zapier decides',
    async (status) => {
      tokens(grant).reply(status, { error: 'invalid_grant' });
      const error = await problem(refresh());
      expect(error).toMatchObject({ name: 'ResponseError', status });
      expect(error.content).toContain('invalid_grant');
      secretless(error);
    },
  );

  test('429 keeps its status too', async () => {
    tokens(grant).reply(429, {});
    expect(await problem(refresh())).toMatchObject({ name: 'ResponseError', status: 429 });
  });

  test('401 asks for a new connection, not for the refresh that just failed', async () => {
    tokens(grant).times(2).reply(401, { error: 'invalid_client' });
    const { name, message } = await problem(refresh());
    expect(name).toBe('ExpiredAuthError');
    expect(message).toBe('HighLevel has ended this connection. Please reconnect your account.');
  });

  test('a network failure and an answer without a token do not end the connection', async () => {
    tokens(grant).replyWithError(Object.assign(new Error('hang up'), { code: 'ECONNRESET' }));
    const failure = await problem(refresh());
    expect(failure).toMatchObject({ name: 'AppError', code: 'unavailable', status: 503 });
    secretless(failure);
    tokens(grant).reply(200, '<html>');
    expect(await problem(refresh())).toMatchObject({ name: 'AppError', status: 502 });
  });
});

describe('the connection test', () => {
  const test_ = (setting: Setting = {}) => perform(authentication.test, setting);

  test('a sub-account', async () => {
    highlevel()
      .get('/locations/loc1')
      .reply(200, { location: { id: 'loc1', name: 'Bright Smile' } });
    expect(await test_()).toEqual({
      name: 'Bright Smile',
      kind: 'sub-account',
      locationId: 'loc1',
    });
  });

  test('an agency', async () => {
    highlevel()
      .get('/companies/com1')
      .reply(200, { company: { name: 'Northstar' } });
    const setting = { authData: agencyConnection };
    expect(await test_(setting)).toEqual({ name: 'Northstar', kind: 'agency', companyId: 'com1' });
  });

  test('the id, where there is no name', async () => {
    highlevel()
      .get('/locations/loc1')
      .reply(200, { location: { id: 'loc1' } });
    expect(await test_()).toMatchObject({ name: 'loc1' });
  });

  test.each([{}, { location: null }, { location: {} }, { traceId: 't' }])(
    'fails where HighLevel shows no account: %j',
    async (answer) => {
      highlevel().get('/locations/loc1').reply(200, answer);
      expect(await problem(test_())).toMatchObject({ code: 'unavailable', status: 502 });
    },
  );

  test('a bad token fails', async () => {
    highlevel().get('/locations/loc1').reply(401, { message: 'Invalid JWT' });
    const { name, message } = await problem(test_());
    expect(name).toBe('RefreshAuthError');
    expect(message).not.toContain(connection.access_token);
  });

  test('a connection without any id fails before anything is sent', async () => {
    const { name } = await problem(test_({ authData: { access_token: 'x' } }));
    expect(name).toBe('HaltedError');
  });

  test('the label names the account and its kind', () => {
    expect(authentication.connectionLabel).toBe('{{name}} ({{kind}})');
  });
});

test('a token is waited for so long that the run can still say what went wrong', async () => {
  const timeouts: unknown[] = [];
  const text = async () => JSON.stringify(answer);
  await within(async (z, bundle) => {
    const request = async ({ timeout }: { timeout: number }) => {
      timeouts.push(timeout);
      return { status: 200, text };
    };
    return refreshAccessToken({ ...z, request } as never, bundle);
  });
  expect(timeouts).toEqual([20_000]);
});
