import { clientOf, send, useSandbox } from './client.ts';

const sandbox = useSandbox();

describe('what every endpoint checks', () => {
  test('the token', async () => {
    const { status, body } = await send(sandbox(), 'GET /contacts/x', undefined, {
      authorization: 'Bearer wrong',
      version: '2021-07-28',
    });
    expect([status, body.message]).toEqual([401, 'Invalid JWT']);
  });

  test.each([
    ['2021-07-28', 200],
    ['2021-04-15', 200],
    ['2019-01-01', 401],
    ['', 401],
  ])('the version %s', async (version, expected) => {
    const { call, locationId } = await clientOf(sandbox());
    const { status } = await call(`GET /users/?locationId=${locationId}`, undefined, { version });
    expect(status).toBe(expected);
  });

  test('the scope', async () => {
    const { call } = await clientOf(sandbox(), 'sub-account', 'contacts.readonly');
    const { status, body } = await call('DELETE /contacts/x');
    expect([status, body.message]).toEqual([401, 'The token is not authorized for this scope.']);
  });

  test.each(['', '?locationId=another'])('the location in the query: "%s"', async (query) => {
    const { call } = await clientOf(sandbox());
    const { status, body } = await call(`GET /contacts/${query}`);
    expect([status, body.message]).toEqual([
      403,
      'The token does not have access to this location.',
    ]);
  });

  test('the location in the path and in the body', async () => {
    const { call } = await clientOf(sandbox());
    expect((await call('GET /locations/another/tags')).status).toBe(403);
    expect((await call('POST /contacts/search', { locationId: 'x', pageLimit: 1 })).status).toBe(
      403,
    );
  });

  test('agency only, and sub-account only', async () => {
    const location = await clientOf(sandbox());
    const agency = await clientOf(sandbox(), 'agency');
    const refused = await location.call('GET /locations/search');
    expect([refused.status, refused.body.message]).toEqual([403, 'Forbidden resource']);
    expect((await agency.call('GET /contacts/x')).status).toBe(401);
    expect((await agency.call('GET /locations/search')).status).toBe(200);
  });

  test.each([
    ['GET /nothing/here', 404],
    ['GET /Contacts/abc', 401],
    ['POST /contacts', 404],
    ['GET /users/?locationId={locationId}&companyId=x', 422],
    ['GET /contacts/?locationId={locationId}&limit=101', 400],
    ['GET /contacts/{contactId}/notes?locationId={locationId}', 422],
  ])('%s is %d', async (route, expected) => {
    const { call, locationId } = await clientOf(sandbox());
    expect((await call(route.replaceAll('{locationId}', locationId))).status).toBe(expected);
  });

  test('says what is wrong in class-validator’s words', async () => {
    const { call, locationId } = await clientOf(sandbox());
    const { status, body } = await call('POST /contacts/', {
      locationId,
      email: '',
      tags: [1],
      dnd: 'yes',
      dndSettings: { SMS: { status: 'off' } },
      nickname: 'Bo',
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      statusCode: 422,
      error: 'Unprocessable Entity',
      traceId: expect.any(String),
      message: [
        'email must be an email',
        'dnd must be a boolean value',
        'dndSettings.SMS.status must be one of the following values: active, inactive, permanent',
        'each value in tags must be a string',
        'property nickname should not exist',
      ],
    });
  });

  test('names what is missing', async () => {
    const { call } = await clientOf(sandbox());
    const { body } = await call('POST /contacts/search', {});
    expect(body.message).toEqual([
      'locationId should not be empty',
      'locationId must be a string',
      'pageLimit should not be empty',
      'pageLimit must be a number conforming to the specified constraints',
    ]);
  });

  test('logs requests without secrets', async () => {
    await clientOf(sandbox());
    const { body } = await send(sandbox(), 'GET /__sandbox/requests');
    expect(body.text).toContain('/oauth/token');
    expect(body.text).not.toContain(sandbox().clientSecret);
  });
});

describe('rate limit', () => {
  let now = Date.parse('2026-07-17T10:00:00Z');
  const limited = useSandbox({ rateLimit: { burst: 3, daily: 5 }, now: () => now });

  test('counts bursts and days per sub-account, without Retry-After', async () => {
    const { call, locationId } = await clientOf(limited());
    const ask = () => call(`GET /users/?locationId=${locationId}`);
    const first = await ask();
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'x-ratelimit-max': '3',
      'x-ratelimit-interval-milliseconds': '10000',
      'x-ratelimit-remaining': '2',
      'x-ratelimit-limit-daily': '5',
      'x-ratelimit-daily-remaining': '4',
      'x-ratelimit-daily-reset': '86400000',
    });
    await ask();
    await ask();
    const throttled = await ask();
    expect(throttled.status).toBe(429);
    expect(throttled.headers.get('retry-after')).toBeNull();
    expect(throttled.headers.get('x-ratelimit-remaining')).toBe('0');

    now += 10_000;
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(200);
    const spent = await ask();
    expect(spent.status).toBe(429);
    expect(spent.headers.get('x-ratelimit-daily-remaining')).toBe('0');
    expect(spent.headers.get('x-ratelimit-daily-reset')).toBe('86390000');
  });
});
