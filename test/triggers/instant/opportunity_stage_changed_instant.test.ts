import trigger from '../../../triggers/instant/opportunity_stage_changed_instant.ts';
import { highlevel } from '../../support/api.ts';
import { testKey } from '../../support/hooked.ts';
import { failure } from '../../support/run.ts';
import { contactAnswers, deliver, hookedTo, locationId, missingKeys } from './stage.ts';

beforeEach(() => {
  process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
});
afterEach(() => {
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
});

const pipelines = () =>
  highlevel()
    .get('/opportunities/pipelines')
    .query({ locationId })
    .reply(200, {
      pipelines: [
        {
          id: 'PipAAAAAAAAAAAAAAA01',
          name: 'Sales Funnel',
          stages: [
            { id: 's1', name: 'New Leads' },
            { id: '33333333-4444-4555-8666-777777777777', name: 'Called' },
          ],
        },
      ],
    });

test('the opportunity of the post, with the id of the stage that it names', async () => {
  pipelines();
  const [record] = await deliver(trigger, 'workflow-opportunity-stage-changed');
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA03',
    opportunity: {
      id: 'OppAAAAAAAAAAAAAAA01',
      pipelineName: 'Sales Funnel',
      pipelineStageId: 's1',
      pipelineStageName: 'New Leads',
    },
    warning: null,
  });
  expect(missingKeys(trigger, record)).toEqual([]);
});

test('a won opportunity that came with contact keys only is read: the one that changed last', async () => {
  highlevel()
    .get('/opportunities/search')
    .query({ location_id: locationId, contact_id: 'ConAAAAAAAAAAAAAAA02', limit: '100' })
    .reply(200, {
      opportunities: [
        { id: 'o1', status: 'open', updatedAt: '2026-09-01T10:00:00.000Z' },
        {
          id: 'o2',
          name: 'Kitchen refit',
          status: 'won',
          pipelineId: 'PipAAAAAAAAAAAAAAA01',
          pipelineStageId: 's1',
          updatedAt: '2026-09-02T10:00:00.000Z',
        },
      ],
    });
  pipelines();
  const [record] = await deliver(trigger, 'workflow-opportunity-won-without-opportunity-block');
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA02',
    opportunity: { id: 'o2', name: 'Kitchen refit', status: 'won', pipelineStageName: 'New Leads' },
    customData: { opportunity_id: 'opp-4711' },
    warning: expect.stringMatching(/did not say which opportunity/),
  });
});

test('an app webhook has the stage’s id, and gets its name and its contact', async () => {
  pipelines();
  contactAnswers('ConAAAAAAAAAAAAAAA20');
  const [record] = await deliver(trigger, 'marketplace-opportunity-create', {
    type: 'OpportunityStageUpdate',
  });
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA20',
    firstName: 'Mara',
    opportunity: { id: 'OppAAAAAAAAAAAAAAA20', pipelineStageName: 'Called' },
  });
});

test('app webhooks of other kinds and of other sub-accounts do not fire, and are no errors', async () => {
  expect(await deliver(trigger, 'marketplace-opportunity-create')).toEqual([]);
  expect(await deliver(trigger, 'marketplace-contact-create')).toEqual([]);
  const change = { type: 'OpportunityStageUpdate', locationId: 'elsewhere' };
  expect(await deliver(trigger, 'marketplace-opportunity-create', change)).toEqual([]);
});

test.each([
  ['workflow-appointment-booked', 'an appointment'],
  ['workflow-payment-received-form', 'a payment'],
  ['workflow-inbound-message-custom-sms', 'a message'],
])('%s is refused', async (name, what) => {
  expect(await failure(deliver(trigger, name))).toContain(`This post is about ${what}`);
});

test('the name of a workflow disproves nothing', async () => {
  pipelines();
  const workflow = { id: 'w1', name: 'Appointment booked' };
  expect(await deliver(trigger, 'workflow-opportunity-stage-changed', { workflow })).toHaveLength(
    1,
  );
});

test('what cannot be read leaves a warning', async () => {
  highlevel()
    .get('/opportunities/search')
    .query(true)
    .reply(401, { message: 'The token is not authorized for this scope.' });
  const [record] = await deliver(trigger, 'workflow-opportunity-won-without-opportunity-block');
  expect(record).toMatchObject({
    firstName: 'Mara',
    opportunity: {},
    warning: expect.stringMatching(/^The opportunity could not be read/),
  });
});

test('the editor’s test shows opportunities with their contacts', async () => {
  highlevel()
    .get('/opportunities/search')
    .query({ location_id: locationId, order: 'added_desc', limit: '3' })
    .reply(200, {
      opportunities: [
        {
          id: 'o1',
          name: 'Kitchen',
          contactId: 'c1',
          pipelineId: 'PipAAAAAAAAAAAAAAA01',
          pipelineStageId: 's1',
        },
      ],
    });
  contactAnswers('c1');
  pipelines();
  const [record] = await hookedTo(trigger).test();
  expect(record).toMatchObject({
    id: 'c1',
    firstName: 'Mara',
    opportunity: { id: 'o1', name: 'Kitchen', pipelineStageName: 'New Leads' },
  });
  expect(missingKeys(trigger, record)).toEqual([]);
});
