import type { HookEvent } from '../../lib/hooks/event.ts';
import { readWorkflow } from '../../lib/hooks/workflow.ts';
import { bodies, bodyOf, isUnproven } from './bodies.ts';

const read = (name: string): HookEvent => readWorkflow(bodyOf(name));
const workflows = Object.keys(bodies).filter((name) => name.startsWith('workflow-'));

test.each(workflows.map((name) => [name, isUnproven(name) ? 'unproven' : 'captured']))(
  '%s (%s) is an event of its contact',
  (name) => {
    const { source, record } = read(name);
    const body = bodyOf(name);
    expect([source, record.id]).toEqual(['workflow', body.contact_id]);
    expect(record.email).toBe(body.email);
    if ('tags' in body) expect(Array.isArray(record.tags)).toBe(true);
  },
);

test('the contact has the keys of the API, and only those that say something', () => {
  expect(read('workflow-contact-tag-added')).toEqual({
    source: 'workflow',
    locationIds: ['LocAAAAAAAAAAAAAAA01'],
    record: {
      id: 'ConAAAAAAAAAAAAAAA01',
      firstName: 'Mara',
      lastName: 'Okafor',
      name: 'Mara Okafor',
      email: 'mara.okafor@example.com',
      tags: ['capture-tag'],
      country: 'US',
      dateAdded: '2026-08-04T14:53:09.703Z',
      type: 'lead',
      locationId: 'LocAAAAAAAAAAAAAAA01',
      attributionSource: { sessionSource: 'CRM UI', medium: 'manual', mediumId: null },
      location: {
        name: 'Harbor Lane Studio',
        address: '14 Example Quay',
        city: 'Tampa',
        state: 'FL',
        country: 'US',
        postalCode: '33601',
        fullAddress: '14 Example Quay, Tampa FL 33601',
        id: 'LocAAAAAAAAAAAAAAA01',
      },
      workflow: {
        id: '11111111-2222-4333-8444-555555555555',
        name: 'New Workflow : 1785850000000',
      },
      customData: { my_key: 'my-value' },
    },
    others: {},
  });
});

test('tags are a list, whether they come as a text, as a list, or not at all', () => {
  expect(read('workflow-payment-received-payment-link').record.tags).toEqual([
    'toxins',
    'spring list',
    'won',
  ]);
  expect(read('workflow-appointment-booked').record.tags).toEqual([]);
  expect(readWorkflow({ contact_id: 'c1', tags: ['a,b', ' c '] }).record.tags).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(readWorkflow({ contact_id: 'c1' }).record).not.toHaveProperty('tags');
});

test('an appointment under the right spelling, its times as they came, with the zone that the post names', () => {
  expect(read('workflow-appointment-booked').record.appointment).toEqual({
    id: 'AppAAAAAAAAAAAAAAA01',
    calendarId: 'CalAAAAAAAAAAAAAAA01',
    calendarName: 'Growth call ',
    title: 'Mara Okafor',
    appointmentStatus: 'confirmed',
    status: 'booked',
    startTime: '2026-09-13T17:00:00',
    endTime: '2026-09-13T17:30:00',
    timeZone: 'Asia/Kuwait',
    address: 'https://meet.example.com/abc-defg-hij',
    createdBySource: 'booking_widget',
    createdByUserId: null,
    dateAdded: '2026-09-08T18:45:42.460Z',
  });
});

test.each([
  ['workflow-appointment-cancelled-COMPOSED', 'cancelled', '2026-09-13T17:00:00'],
  ['workflow-appointment-rescheduled-COMPOSED', 'confirmed', '2026-09-14T09:00:00'],
])('%s (unproven)', (name, appointmentStatus, startTime) => {
  expect(read(name).record.appointment).toMatchObject({ appointmentStatus, startTime });
});

test('the opportunity takes id, status and source of the post, and “pipleline_stage”', () => {
  const { record } = read('workflow-opportunity-stage-changed');
  expect(record.opportunity).toEqual({
    id: 'OppAAAAAAAAAAAAAAA01',
    name: 'Mara Okafor',
    monetaryValue: null,
    status: 'open',
    source: 'internal - testing',
    pipelineId: 'PipAAAAAAAAAAAAAAA01',
    pipelineName: 'Sales Funnel',
    pipelineStageName: 'New Leads',
  });
  expect(record.id).toBe('ConAAAAAAAAAAAAAAA03');
  expect(record.source).toBe('internal - testing');
});

test('a won opportunity (unproven) has its value and the assigned user', () => {
  const { record } = read('workflow-opportunity-status-won-COMPOSED');
  expect(record.opportunity).toMatchObject({ status: 'won', monetaryValue: 4500 });
  expect(record.assignedUser).toMatchObject({ firstName: 'Ines' });
});

test('a post without the opportunity has none', () => {
  expect(read('workflow-opportunity-won-without-opportunity-block').record).not.toHaveProperty(
    'opportunity',
  );
});

test('the amounts, items and card of a payment', () => {
  const { payment, form } = read('workflow-payment-received-payment-link').record;
  expect(payment).toMatchObject({
    transactionId: 'aaaaaaaaaaaaaaaaaaaaaa01',
    totalAmount: 832,
    currencyCode: 'USD',
    card: { brand: 'visa', last4: '0000' },
    lineItems: [{ title: 'Spring special - Spring special', linePrice: 832 }],
  });
  expect(form).toBeUndefined();
});

test('a payment by a form names it; without a last name the contact has none', () => {
  const { record, others } = read('workflow-payment-received-form');
  expect(record.form).toEqual({ id: 'ForAAAAAAAAAAAAAAA01', name: 'Payment Form' });
  expect(record).not.toHaveProperty('lastName');
  expect(others).toMatchObject({ 'Wedding Date': '2025-05-09', 'No of Photographer': 1 });
  expect(others).not.toHaveProperty('payment');
});

test('messages: a text, and a call that is no more than a call', () => {
  expect(read('workflow-inbound-message-custom-sms').record.message).toEqual({
    type: 20,
    body: 'Thank you',
  });
  expect(read('workflow-call-completed').record.message).toEqual({ type: 1, body: null });
  expect(read('workflow-inbound-message-sms-COMPOSED').record.message).toMatchObject({
    direction: 'inbound',
  });
});

test('labels of custom fields that look like HighLevel’s own members stay labels', () => {
  const { record, others } = read('workflow-form-submitted-custom-fields');
  expect(others).toMatchObject({
    Location: 'Selangor',
    Message: '',
    Industry: ['Retail'],
    ' Type of Service Request:': '',
  });
  expect(record.location).toMatchObject({ name: 'Harbor Lane Studio' });
});

test.each([
  ['workflow-note-DOCONLY', 'note', { body: 'Prefers mornings' }],
  ['workflow-task-DOCONLY', 'task', { title: 'Call back', dueDate: '2026-09-20T10:00:00.000Z' }],
  ['workflow-invoice-DOCONLY', 'invoice', { number: 'INV-000019', dueDate: '2026-09-15' }],
])('%s (unproven)', (name, part, said) => {
  expect(read(name).record[part]).toMatchObject(said);
});

test('what an author writes in a Custom Webhook: the names of HighLevel count, the rest stays', () => {
  expect(read('workflow-custom-webhook-raw-body')).toEqual({
    source: 'workflow',
    locationIds: ['LocAAAAAAAAAAAAAAA01'],
    record: {
      id: 'ConAAAAAAAAAAAAAAA01',
      firstName: 'Mara',
      email: 'mara.okafor@example.com',
      phone: '+1 555-010-0101',
      locationId: 'LocAAAAAAAAAAAAAAA01',
    },
    others: { event: 'contact_created' },
  });
});

test('anything else is readable, too', () => {
  expect(readWorkflow({ hello: 'world', message: 'a text' })).toMatchObject({
    source: 'other',
    record: {},
    others: { hello: 'world', message: 'a text' },
  });
});

test('a label cannot change what all objects have', () => {
  const body = JSON.parse('{"contact_id":"c1","__proto__":{"isAdmin":true},"constructor":"x"}');
  const { others } = readWorkflow(body);
  expect(Object.keys(others)).toEqual(['__proto__', 'constructor']);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test('what an author puts into HighLevel’s own objects is not lost', () => {
  const own = {
    contact: { id: 'c1', firstName: 'Mara', attributionSource: { medium: 'form' } },
    triggerData: { stage: 'New' },
    attributionSource: { medium: 'form' },
  };
  const { record, others } = readWorkflow(own);
  expect(record).toMatchObject({ attributionSource: { medium: 'form' } });
  expect(others).toEqual({
    contact: { id: 'c1', firstName: 'Mara' },
    triggerData: { stage: 'New' },
    attributionSource: { medium: 'form' },
  });
});

test('empty objects of HighLevel say nothing', () => {
  const body = { contact_id: 'c1', contact: {}, triggerData: {}, attributionSource: {} };
  expect(readWorkflow(body).others).toEqual({});
});

test('of several contact IDs, emails or sub-accounts, as a form may name them twice, the last counts', () => {
  const { source, locationIds, record } = readWorkflow({
    contact_id: ['c1', 'c2', ''],
    email: ['mara@example.com', 'ines@example.com'],
    location_id: ['l1', 'l2'],
    tags: ['vip', 'new'],
  });
  expect({ source, locationIds }).toEqual({ source: 'workflow', locationIds: ['l2'] });
  expect(record).toMatchObject({ id: 'c2', email: 'ines@example.com', tags: ['vip', 'new'] });
});
