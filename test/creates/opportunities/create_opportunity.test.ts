import nock, { type DataMatcherMap } from 'nock';
import createOpportunity from '../../../creates/opportunities/create_opportunity.ts';
import { highlevel } from '../../support/api.ts';
import { customFieldsAnswer, pipelinesAnswer } from '../../support/pipelines.ts';
import { failure, fieldsOf, run } from '../../support/run.ts';
import { bundleOf, performOf, plainZ } from '../../support/zapier.ts';

const input = { contactId: 'c1', pipelineId: 'p1', name: 'Whitening' };
const plain = { ...input, locationId: 'loc1', status: 'open' };

beforeEach(() => {
  pipelinesAnswer();
  customFieldsAnswer();
});
afterEach(() => nock.cleanAll());

test('creates an open opportunity, and names its pipeline and stage', async () => {
  highlevel()
    .post('/opportunities/', {
      ...plain,
      pipelineStageId: 's1',
      monetaryValue: 450.5,
      assignedTo: 'u1',
    })
    .reply(201, { opportunity: { id: 'o1', pipelineId: 'p1', pipelineStageId: 's1' } });
  const opportunity = await run(createOpportunity, {
    ...input,
    pipelineStageId: 's1',
    monetaryValue: '450.5',
    assignedTo: 'u1',
  });
  expect(opportunity).toMatchObject({
    id: 'o1',
    pipelineName: 'New Patients',
    pipelineStageName: 'New Inquiry',
    warning: null,
  });
});

const created = (customFields: DataMatcherMap[]) =>
  highlevel()
    .post('/opportunities/', { ...plain, customFields })
    .reply(201, { opportunity: { id: 'o1' } });

const read = (customFields: object[]) =>
  highlevel()
    .get('/opportunities/o1')
    .reply(200, { opportunity: { id: 'o1', customFields } });

test('custom fields that stick are written once', async () => {
  created([
    { id: 'f1', field_value: '12 months' },
    { id: 'f2', field_value: '2026-10-15' },
    { id: 'f3', field_value: '80.5' },
  ]);
  read([
    { id: 'f1', fieldValue: '12 months' },
    { id: 'f2', fieldValue: 1792022400000 },
    { id: 'f3', fieldValue: '80.50' },
  ]);
  const opportunity = await run(createOpportunity, {
    ...input,
    customField__f1: '12 months',
    customField__f2: '2026-10-15T14:30:00-07:00',
    customField__f3: '80.5',
  });
  expect(opportunity).toMatchObject({
    warning: null,
    customField: { financing: '12 months', insurance_share: '80.50' },
  });
});

test('what HighLevel spells otherwise has stuck', async () => {
  created([
    { id: 'f4', field_value: 'Line 1\r\nLine 2' },
    { id: 'f3', field_value: '1200.5' },
  ]);
  read([
    { id: 'f4', fieldValue: 'Line 1\nLine 2' },
    { id: 'f3', fieldValue: '1,200.50' },
  ]);
  expect(
    await run(createOpportunity, {
      ...input,
      customField__f4: 'Line 1\r\nLine 2',
      customField__f3: '1200.5',
    }),
  ).toMatchObject({ warning: null });
});

test('a custom field that did not stick is written again under the other key, as a text', async () => {
  created([
    { id: 'f1', field_value: '12 months' },
    { id: 'f3', field_value: '80.5' },
  ]);
  read([{ id: 'f1', fieldValue: '12 months' }]);
  const again = highlevel()
    .put('/opportunities/o1', { customFields: [{ id: 'f3', fieldValue: '80.5' }] })
    .reply(200, { opportunity: { id: 'o1' } });
  read([
    { id: 'f1', fieldValue: '12 months' },
    { id: 'f3', fieldValue: 80.5 },
  ]);
  const opportunity = await run(createOpportunity, {
    ...input,
    customField__f1: '12 months',
    customField__f3: 80.5,
  });
  expect(opportunity).toMatchObject({
    warning: null,
    customField: { financing: '12 months', insurance_share: 80.5 },
  });
  expect(again.isDone()).toBe(true);
});

test.each([
  ['CHECKBOX', ['b', 'a'], ['a', 'b'], true],
  ['CHECKBOX', ['b', 'a'], ['a'], false],
  ['NUMERICAL', 0, '0.00', true],
  ['NUMERICAL', 0, '', false],
  ['NUMERICAL', 7, null, false],
  ['PHONE', '(415) 555-0132', '+14155550132', true],
  ['PHONE', '(415) 555-0132', '+14155550199', false],
  ['TEXT', '12', '2012', false],
  ['TEXT', 'Box 4155550132', '4155550132', false],
  ['TEXT', 'null', null, false],
])('a %s of %j that is read as %j is kept: %j', async (dataType, written, value, isKept) => {
  const sent: string[] = [];
  const z = plainZ(({ method = '', url }) => {
    if (url.includes('/customFields'))
      return { customFields: [{ id: 'f1', name: 'Field', dataType }] };
    sent.push(method);
    return { opportunity: { id: 'o1', customFields: [{ id: 'f1', fieldValue: value }] } };
  });
  const opportunity = await performOf(createOpportunity)(
    z,
    bundleOf({ ...input, customField__f1: written }),
  );
  expect(sent).toEqual(isKept ? ['POST', 'GET'] : ['POST', 'GET', 'PUT', 'GET']);
  expect(opportunity).toMatchObject({
    warning: isKept ? null : expect.stringContaining('custom fields: Field.'),
  });
});

test('where the answer does not say its ID, whether they were kept is not known', async () => {
  highlevel()
    .post('/opportunities/', { ...plain, customFields: [{ id: 'f1', field_value: '12 months' }] })
    .reply(201, { opportunity: { name: 'Whitening' } });
  const opportunity = await run(createOpportunity, { ...input, customField__f1: '12 months' });
  expect(opportunity).toMatchObject({
    id: null,
    name: 'Whitening',
    warning: expect.stringContaining('could not check'),
  });
});

test('a custom field that never sticks is named in a warning', async () => {
  created([{ id: 'f1', field_value: '12 months' }]);
  read([]);
  highlevel()
    .put('/opportunities/o1')
    .reply(422, { message: ['property fieldValue should not exist'] });
  read([]);
  const opportunity = await run(createOpportunity, { ...input, customField__f1: '12 months' });
  expect(opportunity).toMatchObject({
    id: 'o1',
    warning: 'HighLevel did not keep what you filled in for these custom fields: Financing.',
  });
});

test('a check that fails does not fail the write', async () => {
  created([{ id: 'f1', field_value: '12 months' }]);
  highlevel().get('/opportunities/o1').reply(400, { message: 'Opportunity not found' });
  const opportunity = await run(createOpportunity, { ...input, customField__f1: '12 months' });
  expect(opportunity).toMatchObject({
    id: 'o1',
    warning: expect.stringContaining('could not check'),
  });
});

test('the form asks for a pipeline before its stage, and has the custom fields', async () => {
  const fields = await fieldsOf(createOpportunity);
  expect(fields.find(({ key }) => key === 'pipelineStageId')).toMatchObject({
    dynamic: 'list_pipeline_stages.id.name',
    dependsOn: ['pipelineId'],
  });
  expect(fields.find(({ key }) => key === 'status')).toMatchObject({
    default: 'open',
    choices: { open: 'Open', won: 'Won', lost: 'Lost', abandoned: 'Abandoned' },
  });
  expect(fields.find(({ key }) => key === 'customField__f3')).toMatchObject({
    label: 'Insurance Share',
    type: 'string',
  });
});

test('what is missing is said by its label', async () => {
  expect(await failure(run(createOpportunity, { name: 'Whitening' }))).toContain(
    '“Contact” is required. “Pipeline” is required.',
  );
});

test('the choice that stands for “no users” is refused', async () => {
  const assignedTo = 'no-users-in-this-sub-account';
  expect(await failure(run(createOpportunity, { ...input, assignedTo }))).toContain(
    '“Assigned User” is not chosen yet: this sub-account lists no users. Type the user’s ID instead.',
  );
});

test.each([{ traceId: 't1' }, { opportunity: null }, { opportunity: {} }])(
  'what HighLevel said of it stays, where reading it back shows nothing: %j',
  async (answer) => {
    highlevel()
      .post('/opportunities/')
      .reply(201, { opportunity: { id: 'o1', name: 'Whitening', monetaryValue: 450 } })
      .get('/opportunities/o1')
      .twice()
      .reply(200, answer)
      .put('/opportunities/o1')
      .reply(200, { opportunity: { id: 'o1' } });
    const opportunity = await run(createOpportunity, { ...input, customField__f1: '12 months' });
    expect(opportunity).toMatchObject({
      id: 'o1',
      name: 'Whitening',
      monetaryValue: 450,
      warning: expect.stringContaining('could not check'),
    });
  },
);

test('what only the answer of the write says is not lost by reading it back', async () => {
  highlevel()
    .post('/opportunities/')
    .reply(201, { opportunity: { id: 'o1', source: 'Zapier', customFields: [] } });
  read([{ id: 'f1', fieldValue: '12 months' }]);
  const opportunity = await run(createOpportunity, { ...input, customField__f1: '12 months' });
  expect(opportunity).toMatchObject({
    source: 'Zapier',
    customField: { financing: '12 months' },
    warning: null,
  });
});
