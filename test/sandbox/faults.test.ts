import type { Fault } from '../../sandbox/state/faults.ts';
import { type Client, clientOf, send, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
});
afterEach(() => sandbox().state.faults.clear());

const list = () => client.call(`GET /users/?locationId=${client.locationId}`);
const with_ = (kind: Fault['kind']) => {
  sandbox().state.faults.add({ match: 'GET /users/*', kind, times: 1, delay: 50 });
  return list();
};

test.each([
  ['500', 500],
  ['503', 503],
  ['html', 502],
  ['expired-token', 401],
  ['error-in-200', 200],
  ['slow', 200],
  ['empty', 200],
] as const)('%s answers %d, once', async (kind, status) => {
  expect((await with_(kind)).status).toBe(status);
  expect((await list()).body.users).toHaveLength(4);
});

test('429s say how long to wait', async () => {
  const burst = await with_('burst-429');
  expect([burst.status, burst.headers.get('x-ratelimit-remaining')]).toEqual([429, '0']);
  const daily = await with_('daily-429');
  expect(daily.headers.get('x-ratelimit-daily-remaining')).toBe('0');
  expect(daily.headers.get('x-ratelimit-daily-reset')).toBe('3600000');
});

test('broken answers', async () => {
  await expect(with_('malformed')).rejects.toThrow(SyntaxError);
  await expect(with_('truncated')).rejects.toThrow();
  await expect(with_('drop')).rejects.toThrow();
});

test('odd answers', async () => {
  const user = async (kind: Fault['kind']) => ((await with_(kind)).body.users as object[])[0];
  expect(await user('unknown-fields')).toHaveProperty('_newInHighLevel');
  expect(await user('missing-fields')).toHaveProperty('id');
  expect(await user('missing-fields')).not.toHaveProperty('name');
  expect((await with_('null-list')).body.users).toBeNull();
});

test.each([
  ['timed-out-400', 400, 'Request Timeout'],
  ['timed-out-401', 401, 'Command timed out'],
  ['timed-out-408', 408, 'Request Timeout'],
  ['timed-out-504', 504, 'Gateway Timeout'],
] as const)(
  '%s: HighLevel’s own time-out, and the work is done all the same',
  async (kind, status, message) => {
    sandbox().state.faults.add({ match: 'POST /contacts/', kind, times: 1 });
    const email = `${kind}@example.com`;
    const { locationId } = client;
    const answer = await client.call('POST /contacts/', { locationId, email });
    expect(answer.status).toBe(status);
    expect(answer.body.message).toContain(message);
    const found = await client.call(
      `GET /contacts/search/duplicate?locationId=${locationId}&email=${email}`,
    );
    expect(found.body.contact).toMatchObject({ email });
  },
);

test('a timeout never answers', async () => {
  sandbox().state.faults.add({ match: 'GET /users/*', kind: 'timeout', times: 1 });
  const path = `${sandbox().url}/users/?locationId=${client.locationId}`;
  await expect(fetch(path, { signal: AbortSignal.timeout(100) })).rejects.toThrow();
});

test('a revoked refresh token', async () => {
  sandbox().state.faults.add({ match: 'POST /oauth/token', kind: 'revoked-refresh' });
  const { status, body } = await send(sandbox(), 'POST /oauth/token', {});
  expect([status, body.error]).toEqual([400, 'invalid_grant']);
});

test('over HTTP: switched on, listed wrongly, cleared, reset', async () => {
  const fault = { match: '* /users/*', kind: '503' };
  expect((await send(sandbox(), 'POST /__sandbox/faults', fault)).status).toBe(201);
  expect((await list()).status).toBe(503);
  expect((await send(sandbox(), 'DELETE /__sandbox/faults')).status).toBe(204);
  expect((await list()).status).toBe(200);
  expect((await send(sandbox(), 'POST /__sandbox/faults', { kind: 'fire' })).status).toBe(400);

  const { locationId } = client;
  const { body } = await client.call('POST /contacts/', { locationId, firstName: 'Gone' });
  const { id } = body.contact as { id: string };
  await send(sandbox(), 'POST /__sandbox/reset');
  expect((await client.call(`GET /contacts/${id}`)).status).toBe(400);
});
