import { clientOf, form, useSandbox } from './client.ts';

let now = Date.parse('2026-11-28T08:00:00Z');
const sandbox = useSandbox({ now: () => now });
const v3 = { version: 'v3' };

afterEach(() => {
  sandbox().state.classicEnds = Number.POSITIVE_INFINITY;
});

describe('what the other generation alone knows', () => {
  test.each([
    ['DELETE /contacts/c1/campaigns/removeAll', 'not available in API version v3'],
    ['GET /contacts/?locationId=', 'removed in version v3. Please use a version before v3'],
    ['GET /users/?locationId=', 'API endpoint has been removed'],
  ])('%s under v3: 400 “%s”', async (route, words) => {
    const { call, locationId } = await clientOf(sandbox());
    const asked = route.endsWith('=') ? `${route}${locationId}` : route;
    const { status, body } = await call(asked, undefined, v3);
    expect({ status, message: body.message }).toEqual({
      status: 400,
      message: expect.stringContaining(words),
    });
  });

  test.each(['POST /oauth/locationToken', 'GET /oauth/installedLocations?companyId=c&appId=a'])(
    '%s under v3: 400',
    async (route) => {
      const { call } = await clientOf(sandbox(), 'agency');
      expect(await call(route, undefined, v3)).toMatchObject({
        status: 400,
        body: { message: 'This endpoint is not available in API version v3' },
      });
    },
  );

  test('the paths of v3 are not found before it', async () => {
    const { call } = await clientOf(sandbox(), 'agency');
    const route = 'GET /oauth/installed-locations?companyId=c&appId=a';
    expect(await call(route)).toMatchObject({
      status: 404,
      body: { message: 'Cannot GET /oauth/installed-locations' },
    });
  });

  test('the query of opportunities is in snake case or in camel case, never both', async () => {
    const { call, locationId } = await clientOf(sandbox());
    const ask = (name: string, headers = {}) =>
      call(`GET /opportunities/search?${name}=${locationId}&limit=1`, undefined, headers);
    expect((await ask('location_id')).status).toBe(200);
    expect((await ask('locationId', v3)).status).toBe(200);
    expect((await ask('locationId')).status).toBe(422);
    expect((await ask('location_id', v3)).status).toBe(422);
  });

  test('channels are in lower case in v3, both ways', async () => {
    const { call, locationId } = await clientOf(sandbox());
    const send = (email: string, dndSettings: object, headers = {}) =>
      call('POST /contacts/', { locationId, email, dndSettings }, headers);
    const channel = { status: 'active' };
    expect(await send('v1@example.com', { SMS: channel })).toMatchObject({
      status: 201,
      body: { contact: { dndSettings: { SMS: channel } } },
    });
    expect(await send('v3@example.com', { sms: channel, whatsApp: channel }, v3)).toMatchObject({
      status: 201,
      body: { contact: { dndSettings: { sms: channel, whatsApp: channel } } },
    });
    expect(await send('v1b@example.com', { sms: channel })).toMatchObject({
      status: 422,
      body: { message: ['dndSettings.property sms should not exist'] },
    });
    expect((await send('v3b@example.com', { SMS: channel }, v3)).status).toBe(422);
  });

  test('only v3 takes a forecast, and only fieldValue', async () => {
    const { call, locationId } = await clientOf(sandbox());
    const listed = await call(`GET /opportunities/search?location_id=${locationId}&limit=1`);
    const [{ id }] = listed.body.opportunities as [{ id: string }];
    const write = (body: object, headers = {}) => call(`PUT /opportunities/${id}`, body, headers);
    expect((await write({ forecastProbability: 20 })).status).toBe(422);
    const day = { forecastExpectedCloseDate: '05/20/2026', forecastProbability: 20 };
    expect(await write(day, v3)).toMatchObject({
      status: 200,
      body: { opportunity: { forecastExpectedCloseDate: '2026-05-20', forecastProbability: 20 } },
    });
    const values = [{ id: 'x', field_value: 'y' }];
    expect((await write({ customFields: values })).status).toBe(200);
    expect((await write({ customFields: values }, v3)).status).toBe(422);
  });
});

describe('tokens', () => {
  const grant = { client_id: 'clientId', client_secret: 'clientSecret', grant_type: 'grantType' };

  test('are asked for and answered in camel case under v3', async () => {
    const { clientId, clientSecret } = sandbox();
    const { refresh_token } = await sandbox().connect('sub-account');
    const values = [clientId, clientSecret, 'refresh_token'];
    const asked = Object.values(grant).map((name, index) => [name, values[index] ?? '']);
    const body = new URLSearchParams([...asked, ['refreshToken', refresh_token]]);
    const post = { method: 'POST', body };
    const answer = await fetch(`${sandbox().url}/oauth/token`, { ...post, headers: v3 });
    expect(await answer.json()).toMatchObject({ tokenType: 'Bearer', expiresIn: 86_399 });
    // Without the Version the names are unknown.
    expect((await form(sandbox(), '/oauth/token', Object.fromEntries(body))).status).toBe(401);
  });

  test('a list of installations goes on at its token', async () => {
    const { call, connection } = await clientOf(sandbox(), 'agency');
    const read = (more: string) =>
      call(
        `GET /oauth/installed-locations?companyId=${connection.companyId}&appId=a&pageSize=1${more}`,
        undefined,
        v3,
      );
    const first = (await read('')).body as unknown as Page;
    expect(first.pagination).toMatchObject({ hasNextPage: true, hasPrevPage: false });
    const second = (await read(`&pageToken=${first.pagination.nextPageToken}`))
      .body as unknown as Page;
    expect(second.items[0]?._id).not.toBe(first.items[0]?._id);
    expect(await read('&pageToken=x')).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_ARGUMENT', resolution: expect.any(String) } },
    });
  });
});

interface Page {
  items: { _id: string }[];
  pagination: { nextPageToken: string };
}

test('retired versions are refused from their hour on', async () => {
  const { call, locationId } = await clientOf(sandbox());
  const ask = (version: string) =>
    call(`GET /calendars/?locationId=${locationId}`, undefined, { version });
  sandbox().state.classicEnds = Date.parse('2026-11-28T12:00:00Z');
  expect((await ask('2021-04-15')).status).toBe(200);
  now = Date.parse('2026-11-28T12:00:00Z');
  expect(await ask('2021-04-15')).toMatchObject({
    status: 401,
    body: { message: 'version header is invalid' },
  });
  expect((await ask('v3')).status).toBe(200);
  expect((await ask('v4')).status).toBe(401);
});
