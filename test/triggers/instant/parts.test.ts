import nock from 'nock';
import type { JsonObject } from '../../../lib/values.ts';
import appointmentChanged from '../../../triggers/instant/appointment_changed_instant.ts';
import inboundMessage from '../../../triggers/instant/inbound_message_instant.ts';
import invoicePaid from '../../../triggers/instant/invoice_paid_instant.ts';
import stageChanged from '../../../triggers/instant/opportunity_stage_changed_instant.ts';
import orderSubmitted from '../../../triggers/instant/order_submitted_instant.ts';
import { highlevel } from '../../support/api.ts';
import { hookedTo, locationId } from './stage.ts';

const known = { first_name: 'Mara', tags: '', location: { id: locationId } };
const pipelineId = 'PipAAAAAAAAAAAAAAA01';

const triggers = [
  {
    trigger: appointmentChanged,
    part: 'appointment',
    said: { calendar: { selectedTimezone: 'UTC', more: 1 } },
  },
  { trigger: inboundMessage, part: 'message', said: { message: { type: 1, more: 1 } } },
  { trigger: invoicePaid, part: 'invoice', said: { invoice: { total: 500, more: 1 } } },
  {
    trigger: stageChanged,
    part: 'opportunity',
    said: { lead_value: 500, pipeline_id: pipelineId },
  },
  { trigger: orderSubmitted, part: 'order', said: { order: { currency: 'USD', more: 1 } } },
] as const;

const nothingIsReadable = () => {
  for (const version of ['2021-07-28', '2021-04-15'] as const)
    highlevel(version)
      .persist()
      .get(/./)
      .query(true)
      .reply(401, { message: 'The token is not authorized for this scope.' });
};

afterEach(() => {
  nock.cleanAll();
});

describe.each(triggers)(
  '$part: the members of the sample, and no others',
  ({ trigger, part, said }) => {
    const { sample = {} } = trigger.operation as { sample?: JsonObject };
    const members = Object.keys(sample[part] ?? {}).sort();
    const membersOf = (record: JsonObject = {}) => Object.keys(record[part] ?? {}).sort();

    test.each([
      ['it cannot be read', { contact_id: 'c1' }],
      ['it cannot be read, and the post says some of it', { contact_id: 'c1', ...said }],
      ['nobody knows whose it is', {}],
      ['nobody knows whose it is, and the post says some of it', said],
    ])('if %s', async (_, body) => {
      nothingIsReadable();
      const [record] = await hookedTo(trigger).post({ ...known, ...body });
      expect(membersOf(record)).toEqual(members);
    });
  },
);

test('an opportunity whose pipeline cannot be read has the members of the sample, too', async () => {
  nothingIsReadable();
  const opportunity = { id: 'o1', pipeline_id: pipelineId, opportunity_name: 'Kitchen' };
  const [record] = await hookedTo(stageChanged).post({
    contact_id: 'c1',
    ...known,
    ...opportunity,
  });
  expect(record).toMatchObject({
    opportunity: { name: 'Kitchen', pipelineId, pipelineStageId: null, assignedTo: null },
    warning: expect.stringMatching(/^The opportunity could not be read/),
  });
});

test('what a post says goes before what is read, but adds no members', async () => {
  highlevel('2021-04-15')
    .get('/conversations/search')
    .query(true)
    .reply(200, { conversations: [{ id: 'v1', contactId: 'c1' }], total: 1 });
  highlevel('2021-04-15')
    .get('/conversations/v1/messages')
    .query(true)
    .reply(200, { messages: { messages: [{ id: 'm1', type: 1, status: 'completed' }] } });
  const message = { type: 1, status: 'voicemail', more: 1 };
  const [record] = await hookedTo(inboundMessage).post({ contact_id: 'c1', ...known, message });
  expect(record?.message).toMatchObject({ id: 'm1', status: 'voicemail', typeName: 'Call' });
  expect(record?.message).not.toHaveProperty('more');
});

describe('a contact’s last one that is another than the post’s is not mixed into it', () => {
  const another = 'and the contact’s last one is another.';

  test('an invoice of another amount', async () => {
    highlevel()
      .get('/invoices/')
      .query(true)
      .reply(200, { invoices: [{ _id: 'i1', name: 'Deposit', total: 832 }], total: 1 });
    const body = { contact_id: 'c1', ...known, invoice: { total: 500, dueDate: '2026-03-16' } };
    expect(await hookedTo(invoicePaid).post(body)).toMatchObject([
      {
        invoice: { id: null, name: null, total: 500, dueDate: '2026-03-16' },
        warning: `The post did not say which invoice this is about, ${another}`,
      },
    ]);
  });

  test('an order in another currency', async () => {
    highlevel()
      .get('/payments/orders')
      .query(true)
      .reply(200, { data: [{ _id: 'o1', amount: 9, currency: 'EUR' }], totalCount: 1 });
    const body = { contact_id: 'c1', ...known, order: { currency: 'USD' } };
    expect(await hookedTo(orderSubmitted).post(body)).toMatchObject([
      {
        order: { id: null, amount: null, currency: 'USD' },
        warning: expect.stringContaining(another),
      },
    ]);
  });

  const deals = (...opportunities: object[]) =>
    highlevel().get('/opportunities/search').query(true).reply(200, { opportunities });
  const deal = { contact_id: 'c1', ...known, lead_value: 500, pipeline_id: pipelineId };
  const pipelines = () =>
    highlevel()
      .persist()
      .get('/opportunities/pipelines')
      .query(true)
      .reply(200, { pipelines: [{ id: pipelineId, name: 'Sales', stages: [] }] });

  test('an opportunity of another pipeline', async () => {
    pipelines();
    deals({ id: 'o1', name: 'Roof', pipelineId: 'other', monetaryValue: 500 });
    expect(await hookedTo(stageChanged).post(deal)).toMatchObject([
      {
        opportunity: { id: null, name: null, monetaryValue: 500, pipelineName: 'Sales' },
        warning: `The post did not say which opportunity this is about, ${another}`,
      },
    ]);
  });

  test('the last opportunity of the same pipeline is the one', async () => {
    pipelines();
    deals(
      { id: 'o1', name: 'Roof', pipelineId: 'other', updatedAt: '2026-09-03T10:00:00.000Z' },
      { id: 'o2', name: 'Kitchen', pipelineId, updatedAt: '2026-09-02T10:00:00.000Z' },
    );
    expect(await hookedTo(stageChanged).post(deal)).toMatchObject([
      { opportunity: { id: 'o2', name: 'Kitchen', monetaryValue: 500 } },
    ]);
  });
});
