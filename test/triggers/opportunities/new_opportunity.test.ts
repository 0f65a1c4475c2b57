import nock from 'nock';
import newOpportunity from '../../../triggers/opportunities/new_opportunity.ts';
import { highlevel } from '../../support/api.ts';
import { customFieldsAnswer, pipelinesAnswer } from '../../support/pipelines.ts';
import { poll } from '../../support/run.ts';
import { plainZ, type Request, Zap } from '../../support/zapier.ts';

afterEach(() => nock.cleanAll());

test('asks for the newest of all pipelines and keeps those of the chosen one', async () => {
  pipelinesAnswer();
  customFieldsAnswer();
  highlevel()
    .get('/opportunities/search')
    .query({ location_id: 'loc1', status: 'all', order: 'added_desc', limit: '3', page: '1' })
    .reply(200, {
      opportunities: [
        { id: 'o1', pipelineId: 'p1', pipelineStageId: 's1' },
        { id: 'o2', pipelineId: 'p2', pipelineStageId: 's3' },
      ],
    });
  const meta = { isLoadingSample: true };
  expect(await poll(newOpportunity, { pipelineId: 'p1' }, { meta })).toMatchObject([
    { id: 'o1', pipelineName: 'New Patients', revision: 'new' },
  ]);
});

test('one that is moved here from another pipeline later is not new', async () => {
  let at = Date.parse('2026-03-02T08:00:00.000Z');
  jest.spyOn(Date, 'now').mockImplementation(() => at);
  const made: { id: string; pipelineId: string; createdAt: string }[] = [];
  const make = (id: string, pipelineId: string) => {
    at += 900_000;
    made.unshift({ id, pipelineId, createdAt: new Date(at).toISOString() });
  };
  const z = plainZ(({ url }: Request) => {
    if (url.includes('pipelines')) return { pipelines: [] };
    if (url.includes('customFields')) return { customFields: [] };
    return { opportunities: made, meta: { total: made.length } };
  });
  const zap = new Zap(newOpportunity, { pipelineId: 'p1' }, z);
  await zap.turnOn();
  make('here', 'p1');
  make('elsewhere', 'p2');
  await zap.poll();
  for (const one of made) one.pipelineId = 'p1';
  make('here too', 'p1');
  await zap.poll();
  expect(zap.fired.map(({ id }) => id)).toEqual(['here', 'here too']);
  jest.restoreAllMocks();
});
