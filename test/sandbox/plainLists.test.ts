import { submit } from '../../sandbox/seed/submissions.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
});

const get = (path: string) => client.call(`GET ${path}`);
type Rows = Record<string, unknown>[];

describe('the export of messages', () => {
  const exported = (query: string) =>
    get(`/conversations/messages/export?locationId=${client.locationId}&${query}`);

  test('goes through all but emails by its cursor, newest first', async () => {
    const dates: string[] = [];
    let cursor = '';
    let total = 0;
    do {
      const { body } = await exported(`limit=500${cursor && `&cursor=${cursor}`}`);
      dates.push(...(body.messages as Rows).map(({ dateAdded }) => String(dateAdded)));
      cursor = String(body.nextCursor ?? '');
      total = Number(body.total);
    } while (cursor);
    expect(dates).toHaveLength(total);
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  test('has emails only if they are asked for', async () => {
    const types = async (query: string) =>
      new Set(((await exported(query)).body.messages as Rows).map((one) => one.messageType));
    expect(await types('channel=Email')).toEqual(new Set(['TYPE_EMAIL']));
    expect((await types('limit=500')).has('TYPE_EMAIL')).toBe(false);
    expect((await types('limit=500')).has('TYPE_ACTIVITY_OPPORTUNITY')).toBe(true);
  });

  test.each(['limit=5', 'limit=501', 'channel=Fax', 'cursor=x'])('refuses %s', async (query) => {
    expect((await exported(query)).status).toBeGreaterThanOrEqual(400);
  });
});

test('tasks of a sub-account have `_id`, and can be narrowed', async () => {
  const search = (body: object) =>
    client.call(`POST /locations/${client.locationId}/tasks/search`, body);
  const all = (await search({ limit: 100 })).body.tasks as Rows;
  const open = (await search({ limit: 100, completed: false })).body.tasks as Rows;
  expect([all.length, open.length]).toEqual([40, 30]);
  expect(all[0]).toHaveProperty('_id');
  expect(all[0]).not.toHaveProperty('id');
  expect((await search({ limit: 101 })).status).toBe(400);
  expect((await search({ sort: 'dueDate' })).status).toBe(422);
});

describe.each(['form', 'survey'] as const)('submissions of a %s', (kind) => {
  const listed = (query = '') =>
    get(`/${kind}s/submissions?locationId=${client.locationId}&limit=100${query}`);

  test('are those of a month, of one form, of some days', async () => {
    submit(sandbox().state.main, kind, 'Hello');
    const { body } = await listed();
    expect(body.submissions).toHaveLength(25);
    expect((body.submissions as Rows)[0]).toMatchObject({ others: { message: 'Hello' } });
    const forms = (await get(`/${kind}s/?locationId=${client.locationId}`)).body[
      `${kind}s`
    ] as Rows;
    const one = await listed(`&${kind}Id=${forms[1]?.id}`);
    expect(one.body.meta).toMatchObject({ total: 12, currentPage: 1, nextPage: null });
    const old = await listed('&startAt=2001-01-01&endAt=2001-01-31');
    expect(old.body.submissions).toEqual([]);
  });
});

describe('what is paid', () => {
  const asked = (path: string, altId = client.locationId) =>
    get(`${path}?altId=${altId}&altType=location&limit=100&offset=2`);

  test.each([
    ['/payments/transactions', 'data', 16],
    ['/payments/orders', 'data', 12],
    ['/payments/subscriptions', 'data', 7],
    ['/invoices/', 'invoices', 6],
  ])('%s pages by offset, and knows its own sub-account only', async (path, key, count) => {
    const { body } = await asked(path);
    expect(body[key]).toHaveLength(count);
    expect((body[key] as Rows)[0]).toMatchObject({ altId: client.locationId, currency: 'USD' });
    expect((await asked(path, 'another')).status).toBe(403);
  });
});

test('calls of agents come newest first, test calls apart', async () => {
  const calls = async (query: string) =>
    (
      await client.call(
        `GET /voice-ai/dashboard/call-logs?locationId=${client.locationId}&pageSize=50&${query}`,
        undefined,
        { version: '2021-04-15' },
      )
    ).body.callLogs as Rows;
  const all = await calls('sortBy=createdAt&sort=descend');
  expect(all).toHaveLength(16);
  const dates = all.map(({ createdAt }) => String(createdAt));
  expect(dates).toEqual(dates.toSorted().reverse());
  expect(await calls('callType=TRIAL')).toHaveLength(2);
});

test('documents by status', async () => {
  const { body } = await get(
    `/proposals/document?locationId=${client.locationId}&status=completed,sent`,
  );
  expect((body.documents as Rows).map(({ status }) => status)).toEqual([
    ['completed'],
    ['sent'],
    ['completed'],
    ['sent'],
    ['completed'],
  ]);
});
