import nock from 'nock';
import newOpportunity from '../../../triggers/opportunities/new_opportunity.ts';
import { highlevel } from '../../support/api.ts';
import { customFieldsAnswer, pipelinesAnswer } from '../../support/pipelines.ts';
import { poll } from '../../support/run.ts';

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
