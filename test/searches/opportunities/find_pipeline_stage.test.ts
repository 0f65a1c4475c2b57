import findPipelineStage from '../../../searches/opportunities/find_pipeline_stage.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const answer = {
  pipelines: [
    {
      id: 'p1',
      name: 'Treatments',
      stages: [
        { id: 's1', name: 'New', position: 0, stageWinProbability: 10 },
        { id: 's2', name: 'Booked', position: 1 },
      ],
    },
    { id: 'p2', name: 'Recall', stages: [{ id: 's3', name: 'booked', position: 0 }] },
    { id: 'p3', name: 'Empty', stages: null },
  ],
};

test.each([
  [{}, ['s1', 's2', 's3']],
  [{ name: ' Booked ' }, ['s2', 's3']],
  [{ name: 'Booked', pipelineId: 'p2' }, ['s3']],
  [{ name: 'Lost' }, []],
])('%j', async (input, ids) => {
  highlevel().get('/opportunities/pipelines?locationId=loc1').reply(200, answer);
  expect((await poll(findPipelineStage, input)).map(({ id }) => id)).toEqual(ids);
});

test('says of which pipeline it is', async () => {
  highlevel().get('/opportunities/pipelines?locationId=loc1').reply(200, answer);
  expect(await poll(findPipelineStage, { name: 'new' })).toEqual([
    {
      id: 's1',
      name: 'New',
      position: 0,
      stageWinProbability: 10,
      pipelineId: 'p1',
      pipelineName: 'Treatments',
    },
  ]);
});
