import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
});

type Found = { id: string; updatedAt: string; createdAt: string; status: string; sort: unknown[] };

const search = async (more: object = {}) => {
  const { status, body } = await client.call('POST /opportunities/search', {
    locationId: client.locationId,
    query: '',
    limit: 10,
    page: 1,
    searchAfter: [],
    additionalDetails: { notes: false, tasks: false, calendarEvents: false },
    ...more,
  });
  return { status, found: (body.opportunities ?? []) as Found[], total: body.total };
};

const byChange = [{ field: 'date_updated', direction: 'desc' }];

test('an opportunity that is changed comes first', async () => {
  const { found } = await search({ limit: 100 });
  const oldest = found.at(-1)?.id ?? '';
  await client.call(`PUT /opportunities/${oldest}`, { name: 'Changed' });
  const { found: changed } = await search({ sort: byChange });
  expect(changed[0]).toMatchObject({ id: oldest, name: 'Changed' });
  expect(changed[0]?.sort).toEqual([Date.parse(changed[0]?.updatedAt ?? ''), oldest]);
});

test('the cursor goes through the list in its order, each once', async () => {
  const { found: all } = await search({ sort: byChange, limit: 100 });
  const seen: string[] = [];
  let searchAfter: unknown[] = [];
  for (let pages = 0; pages < 20; pages += 1) {
    const page = searchAfter.length > 0 ? { page: undefined } : {};
    const { found } = await search({ sort: byChange, searchAfter, ...page });
    seen.push(...found.map(({ id }) => id));
    searchAfter = found.at(-1)?.sort ?? [];
    if (found.length < 10) break;
  }
  expect(seen).toEqual(all.map(({ id }) => id));
});

test('filters by what the page of the search names', async () => {
  const { found: all } = await search({ limit: 100 });
  const won = await search({
    limit: 100,
    filters: [{ field: 'status', operator: 'eq', value: 'won' }],
  });
  expect(won.found.map(({ id }) => id)).toEqual(
    all.filter(({ status }) => status === 'won').map(({ id }) => id),
  );
  expect(won.total).toBe(won.found.length);
});

test.each([
  [{ filters: [{ field: 'country', operator: 'eq', value: 'US' }] }],
  [{ filters: [{ field: 'status', operator: 'contains', value: 'wo' }] }],
  [{ sort: [{ field: 'updatedAt', direction: 'desc' }] }],
])('%j is a 422', async (more) => {
  expect((await search(more)).status).toBe(422);
});

test('businesses come by their change if asked so', async () => {
  const body = { locationId: client.locationId, page: 1, pageLimit: 5, query: '', searchAfter: [] };
  const sort = [{ field: 'updatedAt', direction: 'desc' }];
  const listed = async () => {
    const answer = await client.call('POST /objects/business/records/search', { ...body, sort });
    return answer.body.records as { id: string; updatedAt: string }[];
  };
  const before = await listed();
  const last = before.at(-1)?.id ?? '';
  await client.call(`PUT /businesses/${last}`, { name: 'Changed' });
  expect((await listed())[0]?.id).toBe(last);
});
