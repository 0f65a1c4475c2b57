import nock from 'nock';
import searchOpportunities from '../../../triggers/opportunities/search_opportunities.ts';
import { highlevel } from '../../support/api.ts';
import { customFieldsAnswer, pipelinesAnswer } from '../../support/pipelines.ts';
import { failure, poll } from '../../support/run.ts';
import { bundleOf, performOf, plainZ } from '../../support/zapier.ts';

beforeEach(() => {
  pipelinesAnswer();
  customFieldsAnswer();
});
afterEach(() => nock.cleanAll());

const asked = (query: Record<string, string>, opportunities: object[]) =>
  highlevel()
    .get('/opportunities/search')
    .query({ location_id: 'loc1', order: 'added_desc', ...query })
    .reply(200, { opportunities, meta: { nextPageUrl: 'http://localhost:5066/…' } });

const searched = (body: object, opportunities: object[], status = 201) =>
  highlevel()
    .post('/opportunities/search', (sent) => {
      expect(sent).toMatchObject({ locationId: 'loc1', query: '', ...body });
      return true;
    })
    .reply(status, { opportunities, total: opportunities.length });

const sample = { meta: { isLoadingSample: true } };
const newest = [{ field: 'date_added', direction: 'desc' }];

test('asks for the newest that fit, by the search that has an order', async () => {
  const body = {
    query: 'maria',
    limit: 3,
    page: 1,
    searchAfter: [],
    sort: newest,
    filters: [
      { field: 'id', operator: 'eq', value: 'o1' },
      { field: 'pipeline_id', operator: 'eq', value: 'p1' },
      { field: 'pipeline_stage_id', operator: 'eq', value: 's1' },
      { field: 'status', operator: 'eq', value: 'lost' },
      { field: 'assigned_to', operator: 'eq', value: 'u1' },
      { field: 'contact_id', operator: 'eq', value: 'c1' },
    ],
    additionalDetails: {
      notes: true,
      tasks: false,
      calendarEvents: false,
      unReadConversations: false,
    },
  };
  const call = searched(body, []);
  const input = {
    pipelineId: 'p1',
    pipelineStageId: 's1',
    contactId: 'c1',
    assignedTo: 'u1',
    query: 'maria',
    status: 'lost',
    id: 'o1',
    getNotes: 'yes',
  };
  await poll(searchOpportunities, input, sample);
  expect(call.isDone()).toBe(true);
});

test('what that search does not know is asked for in snake case, dates as mm-dd-yyyy', async () => {
  const call = asked(
    {
      pipeline_id: 'p1',
      pipeline_stage_id: 's1',
      contact_id: 'c1',
      assigned_to: 'u1',
      q: 'maria',
      status: 'lost',
      date: '03-01-2026',
      endDate: '03-31-2026',
      country: 'US',
      campaignId: 'k1',
      id: 'o1',
      getNotes: 'true',
      getTasks: 'false',
      getCalendarEvents: 'true',
      limit: '3',
      page: '1',
    },
    [],
  );
  await poll(
    searchOpportunities,
    {
      pipelineId: 'p1',
      pipelineStageId: 's1',
      contactId: 'c1',
      assignedTo: 'u1',
      query: 'maria',
      status: 'lost',
      date: '2026-03-01T00:00:00-08:00',
      endDate: '2026-03-31T00:00:00-07:00',
      country: 'US',
      campaignId: 'k1',
      id: 'o1',
      getNotes: 'yes',
      getTasks: 'no',
      getCalendarEvents: true,
    },
    sample,
  );
  expect(call.isDone()).toBe(true);
});

test('names pipeline, stage and custom fields, whatever shape their values have', async () => {
  searched({ filters: [], limit: 3, page: 1, sort: newest }, [
    {
      id: 'o1',
      pipelineId: 'p1',
      pipelineStageId: 's2',
      createdAt: '2026-03-02T16:04:11.000Z',
      sort: [1772467451000, 'o1'],
      customFields: [
        { id: 'f1', type: 'string', fieldValueString: 'None' },
        { id: 'f2', type: 'date', fieldValueDate: 1792022400000 },
        { id: 'f3', type: 'number', fieldValueNumber: 80 },
      ],
    },
  ]);
  const [record] = await poll(searchOpportunities, {}, sample);
  expect(record).toMatchObject({
    id: 'o1',
    revision: 'new',
    pipelineName: 'New Patients',
    pipelineStageName: 'Accepted',
    customField: { financing: 'None', decision_date: '2026-10-15', insurance_share: 80 },
  });
  expect(record).not.toHaveProperty('sort');
});

test('keeps to “Changed From” and “Changed To” itself', async () => {
  const changed = (id: string, updatedAt: string) => ({ id, updatedAt });
  searched({ filters: [], limit: 3 }, [
    changed('late', '2026-04-01T07:00:00.000Z'),
    changed('just', '2026-04-01T06:59:59.000Z'),
    changed('early', '2026-03-01T00:00:00.000Z'),
    changed('old', '2026-02-28T23:59:59.000Z'),
  ]);
  const input = { date: '2026-03-01T09:00:00+00:00', endDate: '2026-03-31T09:00:00-07:00' };
  const records = await poll(searchOpportunities, input, sample);
  expect(records.map(({ id }) => id)).toEqual(['just', 'early']);
});

test('the editor shows opportunities up to “Changed To” though the newest are later', async () => {
  const changed = (id: string, updatedAt: string) => ({ id, updatedAt });
  const late = ['l1', 'l2', 'l3'].map((id) => changed(id, '2026-04-02T07:00:00.000Z'));
  const early = ['e1', 'e2', 'e3', 'e4'].map((id) => changed(id, '2026-03-01T00:00:00.000Z'));
  searched({ limit: 3 }, late);
  searched({ limit: 100 }, [...late, ...early]);
  const records = await poll(searchOpportunities, { endDate: '2026-03-31T09:00:00-07:00' }, sample);
  expect(records.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
});

test.each([
  ['25 hours', '2026-10-25T00:00:00+02:00', '2026-10-25T22:59:59.000Z', '2026-10-25T23:00:00.000Z'],
  ['23 hours', '2026-03-29T00:00:00+01:00', '2026-03-29T21:59:59.000Z', '2026-03-29T22:00:00.000Z'],
])('“Changed To” counts to the end of a day of %s', async (_, endDate, just, late) => {
  searched({ limit: 3 }, [
    { id: 'late', updatedAt: late },
    { id: 'just', updatedAt: just },
  ]);
  const meta = { ...sample.meta, timezone: 'Europe/Zurich' };
  const records = await poll(searchOpportunities, { endDate }, { meta });
  expect(records.map(({ id }) => id)).toEqual(['just']);
});

test('goes on by cursor, because pages end at 10,000 rows', async () => {
  const page = Array.from({ length: 100 }, (_, i) => ({
    id: `o${i}`,
    createdAt: new Date(1_772_467_451_000 - i).toISOString(),
    ...(i === 99 ? { sort: [1_772_467_450_901, 'o99'] } : {}),
  }));
  const country = { status: 'all', country: 'US' };
  asked({ ...country, limit: '100', page: '1' }, page);
  asked({ ...country, limit: '100', startAfter: '1772467450901', startAfterId: 'o99' }, [
    { id: 'last' },
  ]);
  searched({ limit: 100, page: 1 }, page);
  searched({ limit: 100, searchAfter: [1_772_467_450_901, 'o99'] }, [{ id: 'last' }]);
  for (const input of [{ country: 'US' }, {}]) {
    const records = await poll(searchOpportunities, input, { meta: { isPopulatingDedupe: true } });
    expect(records).toHaveLength(101);
  }
});

test('a record without a cursor of its own gives one by its age', async () => {
  const createdAt = '2026-03-02T16:04:11.000Z';
  const page = Array.from({ length: 100 }, (_, i) => ({ id: `o${i}`, createdAt }));
  const country = { status: 'all', country: 'US' };
  asked({ ...country, limit: '100', page: '1' }, page);
  const next = { startAfter: '1772467451000', startAfterId: 'o99' };
  const call = asked({ ...country, limit: '100', ...next }, []);
  await poll(searchOpportunities, { country: 'US', triggerOn: 'changed' });
  expect(call.isDone()).toBe(true);
});

test('changed opportunities carry the date of their change', async () => {
  const updatedAt = '2026-03-04T09:30:45.000Z';
  searched({ sort: [{ field: 'date_updated', direction: 'desc' }] }, [{ id: 'o1', updatedAt }]);
  expect(await poll(searchOpportunities, { triggerOn: 'changed' })).toMatchObject([
    { id: 'o1', revision: updatedAt },
  ]);
});

test('names a pipeline and a stage that are newer than what was kept', async () => {
  nock.cleanAll();
  customFieldsAnswer();
  const stage = (id: string) => ({ id, name: `Stage ${id}` });
  const answers = [
    [{ id: 'p1', name: 'New Patients', stages: [stage('s1')] }],
    [{ id: 'p1', name: 'New Patients', stages: [stage('s1'), stage('s9')] }],
  ];
  let lookUps = 0;
  const z = plainZ(({ url }) => {
    if (url.includes('/customFields')) return { customFields: [] };
    if (url.includes('/pipelines')) return { pipelines: answers[Math.min(lookUps++, 1)] };
    return { opportunities: [...found] };
  });
  const found = [{ id: 'o1', pipelineId: 'p1', pipelineStageId: 's1' }];
  const perform = performOf(searchOpportunities);
  const polled = () => perform(z, bundleOf({}, { isPopulatingDedupe: true }));
  expect(await polled()).toMatchObject([{ pipelineStageName: 'Stage s1' }]);
  found.push({ id: 'o2', pipelineId: 'p1', pipelineStageId: 's9' });
  expect(await polled()).toMatchObject([{}, { pipelineStageName: 'Stage s9' }]);
  // A stage that is gone is looked for once, not at every poll.
  found.push({ id: 'o3', pipelineId: 'p1', pipelineStageId: 'gone' });
  expect(await polled()).toMatchObject([{}, {}, { pipelineStageName: null }]);
  await polled();
  expect(lookUps).toBe(3);
});

test('names a custom field that is newer than what was kept', async () => {
  const field = (id: string) => ({
    id,
    name: id,
    fieldKey: `opportunity.name_of_${id}`,
    dataType: 'TEXT',
  });
  const defined = [field('f1')];
  let lookUps = 0;
  const customFields = [{ id: 'f1', fieldValueString: 'a' }];
  const z = plainZ(({ url }) => {
    if (!url.includes('/customFields')) return { opportunities: [{ id: 'o1', customFields }] };
    lookUps += 1;
    return { customFields: [...defined] };
  });
  const polled = async () => {
    const records = await performOf(searchOpportunities)(
      z,
      bundleOf({}, { isLoadingSample: true }),
    );
    return (records as { customField: object }[])[0]?.customField;
  };
  expect(await polled()).toEqual({ name_of_f1: 'a' });
  defined.push(field('f2'));
  customFields.push({ id: 'f2', fieldValueString: 'b' });
  expect(await polled()).toEqual({ name_of_f1: 'a', name_of_f2: 'b' });
  // A field that is gone is looked for once, not at every poll.
  customFields.push({ id: 'gone', fieldValueString: 'c' });
  expect(await polled()).toEqual({ name_of_f1: 'a', name_of_f2: 'b', gone: 'c' });
  await polled();
  expect(lookUps).toBe(3);
});

test('a text that is no date is refused with an example', async () => {
  for (const [field, label] of [
    ['date', 'Changed From'],
    ['endDate', 'Changed To'],
  ] as const)
    expect(await failure(poll(searchOpportunities, { [field]: '12/15/2026 10:00' }))).toBe(
      `“${label}” must be a date, for example 2026-12-03.`,
    );
});
