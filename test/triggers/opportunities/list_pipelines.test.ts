import nock from 'nock';
import listPipelines from '../../../triggers/opportunities/list_pipelines.ts';
import { pipelinesAnswer } from '../../support/pipelines.ts';
import { poll } from '../../support/run.ts';

beforeEach(() => {
  pipelinesAnswer();
});
afterEach(() => nock.cleanAll());

test('lists the pipelines with their stages', async () => {
  expect(await poll(listPipelines)).toMatchObject([
    {
      id: 'p1',
      name: 'New Patients',
      revision: 'new',
      position: 'ZyyrrRZ',
      stages: [{ id: 's1', name: 'New Inquiry' }, { id: 's2' }],
    },
    { id: 'p2', name: 'Implants' },
  ]);
});

test('a change has a fingerprint, for pipelines say no reliable date', async () => {
  const [first] = await poll(listPipelines, { triggerOn: 'changed' });
  expect(first?.revision).toMatch(/^[0-9a-f]{32}$/);
});

test('fills a dropdown, whatever the step has filled in', async () => {
  const input = { pipelineId: 'p1', name: 'Whitening' };
  const meta = { isFillingDynamicDropdown: true };
  expect(await poll(listPipelines, input, { meta })).toHaveLength(2);
});
