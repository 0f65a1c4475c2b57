import nock from 'nock';
import upsertOpportunity from '../../../creates/opportunities/upsert_opportunity.ts';
import { highlevel } from '../../support/api.ts';
import { customFieldsAnswer, pipelinesAnswer } from '../../support/pipelines.ts';
import { failure, run } from '../../support/run.ts';

beforeEach(() => {
  pipelinesAnswer();
  customFieldsAnswer();
});
afterEach(() => nock.cleanAll());

const demanded = { followers: [], isRemoveAllFollowers: false, followersActionType: 'add' };

const searched = (opportunities: object[]) =>
  highlevel()
    .get('/opportunities/search')
    .query({
      location_id: 'loc1',
      contact_id: 'c1',
      pipeline_id: 'p1',
      status: 'open',
      order: 'added_desc',
      limit: '1',
    })
    .reply(200, { opportunities, meta: { total: opportunities.length } });

const upserted = (body: object, answer: object = {}) =>
  highlevel()
    .post('/opportunities/upsert', { locationId: 'loc1', pipelineId: 'p1', ...body })
    .reply(200, { opportunity: { id: 'o1', pipelineId: 'p1', ...answer }, new: false });

test('updates the opportunity that was chosen, without searching', async () => {
  upserted({ ...demanded, id: 'o1', monetaryValue: 700 });
  highlevel()
    .get('/opportunities/o1')
    .reply(200, { opportunity: { id: 'o1', pipelineId: 'p1' } });
  const opportunity = await run(upsertOpportunity, {
    id: 'o1',
    contactId: 'c1',
    pipelineId: 'p1',
    monetaryValue: 700,
  });
  expect(opportunity).toMatchObject({ id: 'o1', new: false, pipelineName: 'New Patients' });
});

test('updates the contact’s open opportunity in the pipeline', async () => {
  searched([{ id: 'o1' }]);
  upserted({ ...demanded, id: 'o1', name: 'Whitening', followers: ['u1'], status: 'won' });
  const opportunity = await run(upsertOpportunity, {
    contactId: 'c1',
    pipelineId: 'p1',
    name: 'Whitening',
    followers: 'u1',
    status: 'won',
    lostReasonId: 'r1',
  });
  expect(opportunity).toMatchObject({ id: 'o1', new: false });
});

const created = (body: object) =>
  highlevel()
    .post('/opportunities/', {
      locationId: 'loc1',
      pipelineId: 'p1',
      contactId: 'c1',
      name: 'Whitening',
      ...body,
    })
    .reply(201, { opportunity: { id: 'o2', pipelineId: 'p1', status: 'open' } });

test('creates one with the contact, which the upsert endpoint does not take', async () => {
  searched([]);
  created({ status: 'open' });
  const input = { contactId: 'c1', pipelineId: 'p1', name: 'Whitening' };
  expect(await run(upsertOpportunity, input)).toMatchObject({ id: 'o2', new: true });
});

test('goes on with the one that HighLevel has already, which the search does not show yet', async () => {
  searched([]);
  highlevel()
    .post('/opportunities/')
    .reply(400, { code: 'OPPORTUNITY_NO_DUPLICATE', message: 'no', meta: { existingId: 'o7' } });
  upserted({ ...demanded, id: 'o7', name: 'Whitening', monetaryValue: 7 }, { id: 'o7' });
  const input = { contactId: 'c1', pipelineId: 'p1', name: 'Whitening', monetaryValue: 7 };
  expect(await run(upsertOpportunity, input)).toMatchObject({ id: 'o7', new: false });
});

test.each([
  { message: 'Can not create duplicate opportunity for the contact.', meta: { existingId: 'o7' } },
  { code: 'OPPORTUNITY_NO_DUPLICATE', message: 'no', existingId: 'o7' },
  { canonicalCode: 'OPPORTUNITY_NO_DUPLICATE', message: 'no', meta: { existingID: 'o7' } },
])('so it does however HighLevel says it: %j', async (answer) => {
  searched([]);
  highlevel().post('/opportunities/').reply(400, answer);
  upserted({ ...demanded, id: 'o7', name: 'Whitening' }, { id: 'o7' });
  const input = { contactId: 'c1', pipelineId: 'p1', name: 'Whitening' };
  expect(await run(upsertOpportunity, input)).toMatchObject({ id: 'o7', new: false });
});

test('a duplicate that HighLevel does not name is told', async () => {
  searched([]);
  const code = 'OPPORTUNITY_NO_DUPLICATE';
  highlevel().post('/opportunities/').reply(400, { code, message: 'no' });
  const input = { contactId: 'c1', pipelineId: 'p1', name: 'Whitening' };
  expect(await failure(run(upsertOpportunity, input))).toBe(
    'This contact has an opportunity in this pipeline already. Use “Upsert Opportunity”, or update that opportunity instead.',
  );
});

test('gives a new one its followers and lost reason', async () => {
  searched([]);
  created({ status: 'lost' });
  upserted({
    ...demanded,
    id: 'o2',
    name: 'Whitening',
    status: 'lost',
    lostReasonId: 'r1',
    followers: ['u1', 'u2'],
  });
  const opportunity = await run(upsertOpportunity, {
    contactId: 'c1',
    pipelineId: 'p1',
    name: 'Whitening',
    status: 'lost',
    lostReasonId: 'r1',
    followers: ['u1', 'u2'],
  });
  expect(opportunity).toMatchObject({ new: true });
});

test('writes custom fields by the update, since the endpoint declares none', async () => {
  upserted({ ...demanded, id: 'o1' });
  const read = (customFields: object[]) =>
    highlevel()
      .get('/opportunities/o1')
      .reply(200, { opportunity: { id: 'o1', customFields } });
  read([]);
  highlevel()
    .put('/opportunities/o1', { customFields: [{ id: 'f3', field_value: '80' }] })
    .reply(200, { opportunity: { id: 'o1' } });
  read([{ id: 'f3', fieldValue: 80 }]);
  const opportunity = await run(upsertOpportunity, {
    id: 'o1',
    pipelineId: 'p1',
    customField__f3: 80,
  });
  expect(opportunity).toMatchObject({
    new: false,
    warning: null,
    customField: { insurance_share: 80 },
  });
});

test('needs a contact or an opportunity, and a name for a new one', async () => {
  expect(await failure(run(upsertOpportunity, { pipelineId: 'p1' }))).toContain(
    'Choose a contact or an opportunity.',
  );
  searched([]);
  expect(await failure(run(upsertOpportunity, { contactId: 'c1', pipelineId: 'p1' }))).toContain(
    '“Name” is required for a new opportunity.',
  );
});

test.each([{ traceId: 't1', opportunity: {} }, { opportunity: null }])(
  'an opportunity that HighLevel does not name is not made a second time: %j',
  async (answer) => {
    searched([]);
    highlevel().post('/opportunities/').reply(201, answer);
    const input = { contactId: 'c1', pipelineId: 'p1', name: 'Whitening', followers: 'u1' };
    expect(await failure(run(upsertOpportunity, input))).toContain(
      'HighLevel saved this but did not return its ID',
    );
  },
);

test('says whether it is new also where the names of pipelines cannot be looked up', async () => {
  nock.cleanAll();
  highlevel().get('/opportunities/pipelines').query(true).reply(429, {});
  highlevel()
    .get('/opportunities/o1')
    .reply(200, { opportunity: { id: 'o1', pipelineId: 'p1' } });
  upserted({ ...demanded, id: 'o1' }, { customFields: [null] });
  const opportunity = await run(upsertOpportunity, { id: 'o1', pipelineId: 'p1' });
  expect(opportunity).toMatchObject({ id: 'o1', new: false, pipelineName: null, customFields: [] });
});

test('where the rest is refused, the person hears that the opportunity was made', async () => {
  searched([]);
  created({ status: 'lost' });
  highlevel()
    .post('/opportunities/upsert')
    .reply(422, { message: 'lostReasonId is unknown', traceId: 't1' });
  const said = await failure(
    run(upsertOpportunity, {
      contactId: 'c1',
      pipelineId: 'p1',
      name: 'Whitening',
      status: 'lost',
      lostReasonId: 'r9',
    }),
  );
  expect(said).toContain('HighLevel did part of this step, but refused the rest');
  expect(said).toContain('“Lost Reason” is unknown');
  expect(said).toContain('before you replay this run');
});
