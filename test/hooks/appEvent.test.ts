import { isAppEvent, readAppEvent } from '../../lib/hooks/appEvent.ts';
import { bodies, bodyOf, isUnproven } from './bodies.ts';

const events = Object.keys(bodies).filter((name) => name.startsWith('marketplace-'));

test.each(events.map((name) => [name, isUnproven(name) ? 'unproven' : 'captured']))(
  '%s (%s) is a webhook of an app',
  (name) => {
    const body = bodyOf(name);
    expect(isAppEvent(body)).toBe(true);
    expect(readAppEvent(body)).toMatchObject({
      source: 'app',
      type: body.type,
      locationIds: ['LocAAAAAAAAAAAAAAA01'],
    });
  },
);

test.each(Object.keys(bodies).filter((name) => name.startsWith('workflow-')))(
  '%s is none',
  (name) => {
    expect(isAppEvent(bodyOf(name))).toBe(false);
  },
);

test.each(['webhookId', 'appId', 'versionId'])(
  'an event of a type that nobody knows yet is known by its %s',
  (member) => {
    expect(isAppEvent({ type: 'CourseCompleted', [member]: 'aaaaaaaaaaaaaaaaaaaaaa01' })).toBe(
      true,
    );
    expect(isAppEvent({ type: 'CourseCompleted' })).toBe(false);
  },
);

test.each(['AppointmentBooked', 'OrderPlaced', 'ContactCreated', 'InvoiceOverdue'])(
  'an author’s own “type”: “%s” is none: every app webhook names its account',
  (type) => {
    expect(isAppEvent({ type, contactId: 'c1', email: 'mara@example.com' })).toBe(false);
    for (const account of ['locationId', 'companyId', 'altId'])
      expect(isAppEvent({ type, contactId: 'c1', [account]: 'LocAAAAAAAAAAAAAAA01' })).toBe(true);
  },
);

test.each(['webhookId', 'appId', 'versionId'])(
  'an author’s own “%s” is none: every app webhook says what happened as well',
  (member) => {
    const body = { email: 'mara@example.com', [member]: 'aaaaaaaaaaaaaaaaaaaaaa01' };
    expect(isAppEvent(body)).toBe(false);
    expect(isAppEvent(body, true)).toBe(true);
  },
);

test.each(['', ' ', 'null', {}, ['a'], null, true])('%j is no ID of a contact', (id) => {
  const { record } = readAppEvent({ ...bodyOf('marketplace-contact-create'), id });
  expect(record).not.toHaveProperty('id');
  const contactSnapshot = { id, firstName: 'Mara' };
  const order = { type: 'OrderCreate', locationId: 'LocAAAAAAAAAAAAAAA01', contactSnapshot };
  expect(readAppEvent(order).record).not.toHaveProperty('id');
});

test('a contact’s own event is the contact', () => {
  const { id, record, others } = readAppEvent(bodyOf('marketplace-contact-create'));
  expect(id).toBe('22222222-3333-4444-8555-666666666601');
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA20',
    firstName: 'Mara',
    tags: [],
    sentAt: '2026-03-29T13:52:04.212Z',
  });
  expect(others).toEqual({});
});

test('an event of something else has its contact’s id and the part', () => {
  const { record } = readAppEvent(bodyOf('marketplace-opportunity-create'));
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA20',
    opportunity: {
      id: 'OppAAAAAAAAAAAAAAA20',
      name: 'Test 2',
      pipelineStageId: '33333333-4444-4555-8666-777777777777',
    },
  });
});

test('an appointment’s times keep their offset (unproven)', () => {
  const { record } = readAppEvent(bodyOf('marketplace-appointment-create-DOC'));
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA20',
    appointment: { startTime: '2026-09-25T16:00:00+05:30', createdBySource: 'booking_widget' },
  });
});

test('messages: a call, and a provider whose sender is an empty object', () => {
  expect(readAppEvent(bodyOf('marketplace-inbound-call-DOC')).record.message).toMatchObject({
    id: 'MsgAAAAAAAAAAAAAAA01',
    type: 1,
    messageType: 'TYPE_CALL',
    callDuration: 120,
  });
  expect(readAppEvent(bodyOf('marketplace-inbound-custom-provider')).record.message).toMatchObject({
    from: null,
    to: null,
    body: 'This is a test message',
  });
});

test('a task without its contact has none', () => {
  const { record } = readAppEvent(bodyOf('marketplace-task-create-without-contact'));
  expect(record).not.toHaveProperty('id');
  expect(record.task).toMatchObject({ title: 'Call back' });
});

test('an invoice comes without a type, with the sub-account under another name (unproven)', () => {
  const invoice = {
    _id: 'i1',
    status: 'paid',
    altId: 'LocAAAAAAAAAAAAAAA01',
    altType: 'location',
    invoiceNumber: '19',
    contactDetails: { id: 'ConAAAAAAAAAAAAAAA20', name: 'Mara' },
    total: 999,
  };
  expect(readAppEvent(invoice)).toMatchObject({
    type: 'Invoice',
    locationIds: ['LocAAAAAAAAAAAAAAA01'],
    record: { id: 'ConAAAAAAAAAAAAAAA20', invoice: { id: 'i1', total: 999 } },
  });
});
