import nock from 'nock';
import updateOpportunity from '../../../creates/opportunities/update_opportunity.ts';
import { highlevel } from '../../support/api.ts';
import { customFieldsAnswer, pipelinesAnswer } from '../../support/pipelines.ts';
import { failure, fieldsOf, run } from '../../support/run.ts';

beforeEach(() => {
  pipelinesAnswer();
  customFieldsAnswer();
});
afterEach(() => nock.cleanAll());

test('sends only what is filled in', async () => {
  highlevel()
    .put('/opportunities/o1', { pipelineId: 'p1', pipelineStageId: 's2', monetaryValue: 0 })
    .reply(200, { opportunity: { id: 'o1', pipelineId: 'p1', pipelineStageId: 's2' } });
  const opportunity = await run(updateOpportunity, {
    id: 'o1',
    pipelineId: 'p1',
    pipelineStageId: 's2',
    monetaryValue: 0,
    name: '',
  });
  expect(opportunity).toMatchObject({ id: 'o1', pipelineStageName: 'Accepted' });
});

test('a value that was there before does not pass for the new one', async () => {
  highlevel()
    .put('/opportunities/o1', { customFields: [{ id: 'f1', field_value: '12 months' }] })
    .reply(200, { opportunity: { id: 'o1' } });
  const read = (value: string) =>
    highlevel()
      .get('/opportunities/o1')
      .reply(200, { opportunity: { id: 'o1', customFields: [{ id: 'f1', fieldValue: value }] } });
  read('None');
  highlevel()
    .put('/opportunities/o1', { customFields: [{ id: 'f1', fieldValue: '12 months' }] })
    .reply(200, { opportunity: { id: 'o1' } });
  read('12 months');
  const opportunity = await run(updateOpportunity, { id: 'o1', customField__f1: '12 months' });
  expect(opportunity).toMatchObject({ warning: null, customField: { financing: '12 months' } });
});

describe('the assigned user and custom fields can be emptied', () => {
  const clear = ['assignedTo', 'customField__f1'];
  const emptied = (spelling: 'field_value' | 'fieldValue', more: object = {}) =>
    highlevel()
      .put('/opportunities/o1', { ...more, customFields: [{ id: 'f1', [spelling]: '' }] })
      .reply(200, { opportunity: { id: 'o1', customFields: [{ id: 'f1', fieldValue: 'None' }] } });
  const holds = (...customFields: object[]) =>
    highlevel()
      .get('/opportunities/o1')
      .reply(200, { opportunity: { id: 'o1', ...(customFields.length > 0 && { customFields }) } });
  const empty = () => run(updateOpportunity, { id: 'o1', name: 'Whitening', clear });
  const first = () => emptied('field_value', { name: 'Whitening', assignedTo: '' });

  test('at once', async () => {
    first();
    holds();
    expect(await empty()).toMatchObject({ id: 'o1', customFields: [], warning: null });
  });

  test('by the other spelling, if HighLevel ignores the first one', async () => {
    first();
    holds({ id: 'f1', fieldValue: 'None' });
    const second = emptied('fieldValue');
    holds();
    expect(await empty()).toMatchObject({ id: 'o1', customFields: [], warning: null });
    expect(second.isDone()).toBe(true);
  });

  test('and what stays filled in is named once', async () => {
    first();
    holds({ id: 'f1', fieldValue: 'None' });
    emptied('fieldValue');
    holds({ id: 'f1', fieldValue: 'None' });
    expect(await empty()).toMatchObject({
      warning: 'HighLevel did not empty these custom fields: Financing.',
    });
  });
});

test('a pipeline in which the contact has another opportunity is named with that one', async () => {
  highlevel()
    .get('/opportunities/o1')
    .reply(200, { opportunity: { id: 'o1', pipelineId: 'p1' } });
  highlevel()
    .put('/opportunities/o1', { pipelineId: 'p1' })
    .reply(400, {
      code: 'OPPORTUNITY_NO_DUPLICATE',
      message: 'Can not create duplicate opportunity for the contact.',
      meta: { existingId: 'o7' },
    });
  expect(await failure(run(updateOpportunity, { id: 'o1', pipelineId: 'p1' }))).toBe(
    'This contact has an opportunity in this pipeline already: its ID is o7. Update that opportunity instead.',
  );
});

test('asks for no contact, which cannot be changed', async () => {
  customFieldsAnswer();
  expect((await fieldsOf(updateOpportunity)).map(({ key }) => key)).not.toContain('contactId');
});

test('an unknown opportunity is named', async () => {
  highlevel().put('/opportunities/o9').reply(400, { message: 'Opportunity with id o9 not found' });
  expect(await failure(run(updateOpportunity, { id: 'o9', name: 'X' }))).toContain(
    'Opportunity with id o9 not found',
  );
});

describe('pipeline and stage', () => {
  const updates = (body: Record<string, string>) =>
    highlevel()
      .put('/opportunities/o1', body)
      .reply(200, { opportunity: { id: 'o1', ...body } });
  const isIn = (pipelineId: string) =>
    highlevel()
      .get('/opportunities/o1')
      .reply(200, { opportunity: { id: 'o1', pipelineId, pipelineStageId: 's1' } });

  test('a stage of another pipeline is refused', async () => {
    const moved = { id: 'o1', pipelineId: 'p2', pipelineStageId: 's1' };
    expect(await failure(run(updateOpportunity, moved))).toBe(
      'The stage belongs to another pipeline, “New Patients”. Choose a stage of the pipeline that you chose.',
    );
  });

  test('a stage alone brings its pipeline', async () => {
    updates({ pipelineStageId: 's3', pipelineId: 'p2' });
    await run(updateOpportunity, { id: 'o1', pipelineStageId: 's3' });
  });

  test('a pipeline alone begins at its first stage', async () => {
    isIn('p1');
    updates({ pipelineId: 'p2', pipelineStageId: 's3' });
    await run(updateOpportunity, { id: 'o1', pipelineId: 'p2' });
  });

  test('the pipeline in which it is already leaves the stage alone', async () => {
    isIn('p1');
    updates({ pipelineId: 'p1' });
    await run(updateOpportunity, { id: 'o1', pipelineId: 'p1' });
  });

  test('“Won” is won', async () => {
    updates({ status: 'won' });
    await run(updateOpportunity, { id: 'o1', status: ' Won' });
  });
});
