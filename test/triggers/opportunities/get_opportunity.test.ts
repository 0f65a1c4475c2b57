import nock from 'nock';
import getOpportunity from '../../../triggers/opportunities/get_opportunity.ts';
import { highlevel } from '../../support/api.ts';
import { customFieldsAnswer, pipelinesAnswer } from '../../support/pipelines.ts';
import { failure, poll } from '../../support/run.ts';

beforeEach(() => {
  pipelinesAnswer();
  customFieldsAnswer();
});
afterEach(() => nock.cleanAll());

test('fires by the date of the last change', async () => {
  highlevel()
    .get('/opportunities/o1')
    .reply(200, {
      opportunity: {
        id: 'o1',
        pipelineId: 'p2',
        pipelineStageId: 's3',
        updatedAt: '2026-03-04T09:30:45.000Z',
        contact: { id: 'c1', name: 'Maria Alvarez' },
      },
    });
  expect(await poll(getOpportunity, { id: 'o1' })).toMatchObject([
    {
      id: 'o1',
      revision: '2026-03-04T09:30:45.000Z',
      pipelineName: 'Implants',
      pipelineStageName: 'Scan',
      customFields: [],
      lostReasonId: null,
    },
  ]);
});

test('an unknown opportunity is named', async () => {
  highlevel().get('/opportunities/o9').reply(400, { message: 'Opportunity with id o9 not found' });
  expect(await failure(poll(getOpportunity, { id: 'o9' }))).toContain('o9 not found');
});
