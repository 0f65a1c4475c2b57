import { contacts } from '../../sandbox/seed/contacts.ts';
import { customFields } from '../../sandbox/seed/customFields.ts';
import { lostReasons, pipelines } from '../../sandbox/seed/pipelines.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

type Opportunity = Record<string, unknown> & { id: string };

const sandbox = useSandbox();
let client: Client;
let locationId: string;
let pipelineId: string;
beforeAll(async () => {
  client = await clientOf(sandbox());
  locationId = client.locationId;
  pipelineId = [...pipelines(sandbox().state.main).keys()][0] ?? '';
});

const call: Client['call'] = (...request) => client.call(...request);

const search = async (query = '') => {
  const answer = await call(`GET /opportunities/search?location_id=${locationId}${query}`);
  return answer as typeof answer & {
    body: { opportunities: Opportunity[]; meta: Record<string, unknown> };
  };
};

let people = 100;
const someone = () => contacts(sandbox().state.main).seededAt(people++)?.id ?? '';

const write = (more: object = {}) => ({
  locationId,
  pipelineId,
  contactId: someone(),
  name: 'Whitening',
  status: 'open',
  ...more,
});

const create = async (more: object = {}) =>
  (await call('POST /opportunities/', write(more))).body.opportunity as Opportunity;

const read = async (id: string) =>
  (await call(`GET /opportunities/${id}`)).body.opportunity as Opportunity;

const fieldId = (name: string) =>
  [...customFields(sandbox().state.main).values()].find((field) => field.name === name)?.id ?? '';

describe('pipelines and lost reasons', () => {
  test('two pipelines with stages and a text rank', async () => {
    const { body } = await call(`GET /opportunities/pipelines?locationId=${locationId}`);
    expect(body.pipelines).toMatchObject([
      { name: 'New Patients', position: 'ZyyrrRZ', stages: [{ position: 0 }, {}, {}, {}] },
      { name: 'Implants' },
    ]);
  });

  test('lost reasons by the singular path, deleted ones only when asked for', async () => {
    const reasons = async (query: string) => {
      const route = `GET /opportunities/lost-reason?locationId=${locationId}${query}`;
      return ((await call(route)).body.lostReasons as { name: string }[]).map(({ name }) => name);
    };
    expect(await reasons('')).toHaveLength(4);
    expect(await reasons('&deleted=true')).toEqual(['Old']);
    expect(await reasons('&query=expens')).toEqual(['Too expensive']);
    const plural = await call(`GET /opportunities/lost-reasons?locationId=${locationId}`);
    expect(plural.body.lostReasons).toBeUndefined();
  });
});

describe('search', () => {
  test('is in snake case: locationId is refused', async () => {
    const { status, body } = await call(`GET /opportunities/search?locationId=${locationId}`);
    expect(status).toBe(422);
    expect(body.message).toContain('property locationId should not exist');
    expect((await call('GET /opportunities/search')).status).toBe(403);
  });

  test('newest first, with a localhost address of the next page', async () => {
    const { body } = await search('&limit=5');
    const ages = body.opportunities.map(({ createdAt }) => String(createdAt));
    expect(ages).toEqual(ages.toSorted().reverse());
    expect(body.meta.nextPageUrl).toMatch(/^http:\/\/localhost:/);
    const { body: oldest } = await search('&limit=1&order=added_asc');
    expect(oldest.opportunities[0]?.id).not.toBe(body.opportunities[0]?.id);
  });

  test.each(['page', 'cursor'])('every opportunity once, by %s', async (way) => {
    const seen = new Set<string>();
    let next = '';
    for (let page = 1; page < 20; page++) {
      const { body } = await search(`&limit=7${way === 'page' ? `&page=${page}` : next}`);
      for (const { id } of body.opportunities) seen.add(id);
      const { startAfter, startAfterId } = body.meta;
      next = `&startAfter=${startAfter}&startAfterId=${startAfterId}`;
      if (body.opportunities.length < 7) break;
    }
    expect(seen.size).toBe((await search()).body.meta.total);
  });

  test('pages end at 10,000 rows, and at 100 a page', async () => {
    const { status, body } = await search('&limit=100&page=101');
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({ error: 'SEARCH_USE_START_AFTER_PAGINATION' }),
    ]);
    expect((await search('&limit=101')).status).toBe(400);
  });

  test('filters', async () => {
    const made = await create({ name: 'Filtered crown', status: 'won' });
    const finds = async (query: string) =>
      (await search(`&limit=100${query}`)).body.opportunities.some(({ id }) => id === made.id);
    expect(await finds('&q=FILTERED')).toBe(true);
    expect(await finds('&status=won')).toBe(true);
    expect(await finds('&status=open')).toBe(false);
    expect(await finds(`&contact_id=${made.contactId}&pipeline_id=${pipelineId}`)).toBe(true);
    expect(await finds('&pipeline_stage_id=other')).toBe(false);
    expect(await finds('&country=DE')).toBe(false);
  });

  test('`date` filters by the last change, `endDate` not at all', async () => {
    const { body } = await search('&limit=100');
    const old = body.opportunities.at(-1)?.id;
    await call(`PUT /opportunities/${old}`, { monetaryValue: 1 });
    const [year, month, day] = new Date().toISOString().slice(0, 10).split('-');
    const since = await search(`&limit=100&date=${month}-${day}-${year}`);
    expect(since.body.opportunities.map(({ id }) => id)).toContain(old);
    const until = await search('&limit=100&endDate=01-01-2000');
    expect(until.body.opportunities).toHaveLength(body.opportunities.length);
    expect((await search('&date=2026-01-01')).status).toBe(422);
  });

  test('POST answers 201 with the total at its root', async () => {
    const { status, body } = await call('POST /opportunities/search', {
      locationId,
      query: '',
      limit: 100,
      page: 1,
      searchAfter: [],
      additionalDetails: { notes: false, tasks: false, calendarEvents: false },
    });
    expect([status, body.meta]).toEqual([201, undefined]);
    expect(body.opportunities).toHaveLength(Number(body.total));
  });
});

describe('create, update, status, delete', () => {
  test('only with the trailing slash', async () => {
    expect((await call('POST /opportunities', write())).status).toBe(404);
    expect((await call('POST /opportunities/', write())).status).toBe(201);
  });

  test('starts in the first stage, and has no customFields when there are none', async () => {
    const made = await create();
    const [first] = [...pipelines(sandbox().state.main).values()];
    expect(made).toMatchObject({ pipelineStageId: first?.stages[0]?.id, monetaryValue: 0 });
    expect(made).not.toHaveProperty('customFields');
    expect(made).not.toHaveProperty('assignedTo');
    expect(made).not.toHaveProperty('lostReasonId');
  });

  test('one open opportunity of a contact in a pipeline', async () => {
    const { contactId, id } = await create();
    const { status, body } = await call('POST /opportunities/', write({ contactId }));
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'OPPORTUNITY_NO_DUPLICATE',
      message: 'Can not create duplicate opportunity for the contact.',
      meta: { existingId: id },
    });
  });

  test('an update of one property; the contact and the status `all` are refused', async () => {
    const { id } = await create();
    await call(`PUT /opportunities/${id}`, { monetaryValue: 99 });
    expect(await read(id)).toMatchObject({ monetaryValue: 99, name: 'Whitening' });
    const refused = await call(`PUT /opportunities/${id}`, { contactId: someone() });
    expect([refused.status, refused.body.message]).toEqual([
      422,
      ['property contactId should not exist'],
    ]);
    expect((await call(`PUT /opportunities/${id}/status`, { status: 'all' })).status).toBe(422);
  });

  test('a lost one keeps its reason until it is open again', async () => {
    const { id } = await create();
    const [lostReasonId] = lostReasons(sandbox().state.main).keys();
    const { body } = await call(`PUT /opportunities/${id}/status`, {
      status: 'lost',
      lostReasonId,
    });
    expect(body.succeded).toBe(true);
    expect(await read(id)).toMatchObject({ status: 'lost', lostReasonId });
    await call(`PUT /opportunities/${id}/status`, { status: 'open' });
    expect(await read(id)).not.toHaveProperty('lostReasonId');
  });

  test('a delete says `success`', async () => {
    const { id } = await create();
    expect((await call(`DELETE /opportunities/${id}`)).body.success).toBe(true);
    expect((await call(`GET /opportunities/${id}`)).status).toBe(400);
  });

  test('the upsert updates by id only and demands the three about followers', async () => {
    const made = await create();
    const body = { locationId, pipelineId, id: made.id, name: 'Renamed' };
    const demanded = { followers: ['u1'], isRemoveAllFollowers: false, followersActionType: 'add' };
    expect((await call('POST /opportunities/upsert', body)).status).toBe(422);
    const { body: answer } = await call('POST /opportunities/upsert', { ...body, ...demanded });
    expect(answer).toMatchObject({
      new: false,
      opportunity: { id: made.id, name: 'Renamed', followers: ['u1'] },
    });
    const { id: _, ...anew } = body;
    const other = await call('POST /opportunities/upsert', { ...anew, ...demanded });
    expect(other.body.new).toBe(true);
    const more = { ...anew, ...demanded, contactId: made.contactId };
    expect((await call('POST /opportunities/upsert', more)).status).toBe(422);
  });

  test('followers are added and removed', async () => {
    const { id } = await create();
    const route = `/opportunities/${id}/followers`;
    const added = await call(`POST ${route}`, { followers: ['a', 'b', 'a'] });
    expect([added.status, added.body.followersAdded]).toEqual([201, ['a', 'b']]);
    const removed = await call(`DELETE ${route}`, { followers: ['a', 'x'] });
    expect(removed.body).toMatchObject({ followers: ['b'], followersRemoved: ['a'] });
    const all = await call(`DELETE ${route}?isRemoveAllFollowers=true`, { followers: [] });
    expect(all.body.followers).toEqual([]);
  });
});

describe('custom fields', () => {
  test('each endpoint shows them in its own shape', async () => {
    const values = [
      { id: fieldId('Financing'), field_value: '12 months' },
      { id: fieldId('Decision Date'), fieldValue: '2026-10-15T14:30:00-07:00' },
      { id: fieldId('Estimated Insurance Share'), field_value: '80' },
      { id: fieldId('Chairs'), field_value: ['1', '9'] },
      { id: fieldId('Treatment Plan'), value: 'lost' },
    ];
    const { id } = await create({ name: 'With fields', customFields: values });
    expect((await read(id)).customFields).toEqual([
      { id: fieldId('Financing'), fieldValue: '12 months' },
      { id: fieldId('Decision Date'), fieldValue: '2026-10-15' },
      { id: fieldId('Estimated Insurance Share'), fieldValue: '80' },
      { id: fieldId('Chairs'), fieldValue: ['1'] },
    ]);
    const { body } = await search(`&id=${id}`);
    expect(body.opportunities[0]?.customFields).toEqual([
      { id: fieldId('Financing'), type: 'string', fieldValueString: '12 months' },
      {
        id: fieldId('Decision Date'),
        type: 'date',
        fieldValueDate: Date.parse('2026-10-15T00:00:00Z'),
      },
      { id: fieldId('Estimated Insurance Share'), type: 'number', fieldValueNumber: 80 },
      { id: fieldId('Chairs'), type: 'array', fieldValueArray: ['1'] },
    ]);
  });
});
