import nock from 'nock';
import opportunityStageChanged from '../../../triggers/opportunities/opportunity_stage_changed.ts';
import { highlevel } from '../../support/api.ts';
import { customFieldsAnswer, pipelinesAnswer } from '../../support/pipelines.ts';
import { failure, poll } from '../../support/run.ts';
import { plainZ, type Request, Zap } from '../../support/zapier.ts';

afterEach(() => nock.cleanAll());

test('asks for the latest moves in the pipeline; a new opportunity was not moved', async () => {
  pipelinesAnswer();
  customFieldsAnswer();
  highlevel()
    .post('/opportunities/search', {
      locationId: 'loc1',
      query: '',
      filters: [{ field: 'pipeline_id', operator: 'eq', value: 'p1' }],
      additionalDetails: {
        notes: false,
        tasks: false,
        calendarEvents: false,
        unReadConversations: false,
      },
      limit: 3,
      page: 1,
      searchAfter: [],
      sort: [{ field: 'last_stage_change_date', direction: 'desc' }],
    })
    .reply(201, {
      opportunities: [
        {
          id: 'moved',
          pipelineStageId: 's2',
          createdAt: '2026-03-01T08:00:00.000Z',
          lastStageChangeAt: '2026-03-02T08:00:00.000Z',
        },
        {
          id: 'created',
          createdAt: '2026-03-01T08:00:00.000Z',
          lastStageChangeAt: '2026-03-01T08:00:00.600Z',
        },
        { id: 'without a date', createdAt: '2026-03-01T08:00:00.000Z' },
      ],
      total: 3,
    });
  const meta = { isLoadingSample: true };
  expect(await poll(opportunityStageChanged, { pipelineId: 'p1' }, { meta })).toMatchObject([
    { id: 'moved', revision: '2026-03-02T08:00:00.000Z', formerStageId: null },
  ]);
});

/** A Zap on one opportunity that goes through stages, a quarter of an hour apart. */
const live = async (input: object, stages: string[]) => {
  const created = Date.parse('2026-03-02T08:00:00.000Z');
  let at = created;
  jest.spyOn(Date, 'now').mockImplementation(() => at);
  let stage = 's1';
  let movedAt = created;
  const pipeline = {
    id: 'p1',
    name: 'Treatments',
    stages: ['s1', 's2', 's3'].map((id) => ({ id, name: `Stage ${id}` })),
  };
  const z = plainZ(({ url }: Request) => {
    if (url.includes('pipelines')) return { pipelines: [pipeline] };
    if (url.includes('customFields')) return { customFields: [] };
    const dates = { createdAt: new Date(created), lastStageChangeAt: new Date(movedAt) };
    const one = { id: 'o1', pipelineId: 'p1', pipelineStageId: stage, ...dates };
    return { opportunities: [one], total: 1 };
  });
  const zap = new Zap(opportunityStageChanged, input as Record<string, unknown>, z);
  await zap.turnOn();
  for (const next of stages) {
    at += 900_000;
    if (next !== stage) movedAt = at - 60_000;
    stage = next.slice(0, 2);
    await zap.poll();
  }
  jest.restoreAllMocks();
  return zap.fired.map((one) => [one.formerStageName, one.pipelineStageId]);
};

test('tells each move with the stage before', async () => {
  expect(await live({}, ['s2', 's2', 's1', 's3'])).toEqual([
    ['Stage s1', 's2'],
    ['Stage s2', 's1'],
    ['Stage s1', 's3'],
  ]);
});

test('only from one stage to another', async () => {
  const moves = ['s2', 's3', 's1', 's3', 's2', 's3'];
  expect(await live({ fromStage: 's2', toStage: 's3' }, moves)).toEqual([
    ['Stage s2', 's3'],
    ['Stage s2', 's3'],
  ]);
});

test('one that left and came back between two polls comes from its own stage', async () => {
  expect(await live({}, ['s2', 's2, left and back'])).toEqual([
    ['Stage s1', 's2'],
    ['Stage s2', 's2'],
  ]);
  const input = { fromStage: 's1', toStage: 's2' };
  expect(await live(input, ['s2', 's2, left and back'])).toEqual([['Stage s1', 's2']]);
});

test.each([{ isLoadingSample: true }, { isPopulatingDedupe: true }])(
  'a stage of another pipeline, which would never fire, is refused (%j)',
  async (meta) => {
    pipelinesAnswer();
    pipelinesAnswer();
    const call = poll(opportunityStageChanged, { pipelineId: 'p1', toStage: 's3' }, { meta });
    expect(await failure(call)).toContain('The stage belongs to another pipeline, “Implants”.');
  },
);
