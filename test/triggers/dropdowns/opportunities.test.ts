import nock from 'nock';
import listLostReasons from '../../../triggers/dropdowns/list_lost_reasons.ts';
import listOpportunityChoices from '../../../triggers/dropdowns/list_opportunity_choices.ts';
import listPipelineStages from '../../../triggers/dropdowns/list_pipeline_stages.ts';
import { highlevel } from '../../support/api.ts';
import { pipelinesAnswer } from '../../support/pipelines.ts';
import { poll } from '../../support/run.ts';

const dropdown = (page = 0) => ({ meta: { isFillingDynamicDropdown: true, page } });

afterEach(() => nock.cleanAll());

test('the stages of the chosen pipeline', async () => {
  pipelinesAnswer();
  expect(await poll(listPipelineStages, { pipelineId: 'p1' }, dropdown())).toEqual([
    { id: 's1', name: 'New Inquiry' },
    { id: 's2', name: 'Accepted' },
  ]);
});

test.each([{}, { pipelineId: '{{123__pipelineId}}' }])(
  'all stages with the names of their pipelines where the pipeline is not known: %j',
  async (input) => {
    pipelinesAnswer();
    const stages = await poll(listPipelineStages, input, dropdown());
    expect(stages).toContainEqual({ id: 's3', name: 'Implants · Scan' });
    expect(stages).toHaveLength(3);
  },
);

test('the lost reasons, by the singular path', async () => {
  highlevel()
    .get('/opportunities/lost-reason?locationId=loc1&skip=100&limit=100')
    .reply(200, { lostReasons: [{ id: 'r1', name: 'Too expensive' }] });
  expect(await poll(listLostReasons, { status: 'lost' }, dropdown(1))).toMatchObject([
    { id: 'r1', name: 'Too expensive' },
  ]);
});

test('opportunities with their contact and status', async () => {
  highlevel()
    .get('/opportunities/search')
    .query({ location_id: 'loc1', status: 'all', order: 'added_desc', limit: '100', page: '3' })
    .reply(200, {
      opportunities: [
        { id: 'o1', name: 'Whitening', status: 'won', contact: { name: 'Maria Alvarez' } },
        { id: 'o2', name: 'Maria Alvarez', status: 'open', contact: { name: 'Maria Alvarez' } },
        { id: 'o3' },
      ],
    });
  const choices = await poll(listOpportunityChoices, { contactId: 'c1' }, dropdown(2));
  expect(choices.map(({ name }) => name)).toEqual([
    'Whitening · Maria Alvarez · won',
    'Maria Alvarez',
    'o3',
  ]);
});
