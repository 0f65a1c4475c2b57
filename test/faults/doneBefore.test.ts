import type { Create } from 'zapier-platform-core';
import deleteAssociation from '../../creates/associations/delete_association.ts';
import updateAppointment from '../../creates/calendars/update_appointment.ts';
import deleteContact from '../../creates/contacts/delete_contact.ts';
import deleteContactNote from '../../creates/contacts/delete_contact_note.ts';
import cancelScheduledMessage from '../../creates/conversations/cancel_scheduled_message.ts';
import apiRequest from '../../creates/endpoints/api_request.ts';
import deleteLocation from '../../creates/locations/delete_location.ts';
import removeFromWorkflow from '../../creates/workflows/remove_contact_from_workflow.ts';
import { agencyConnection, connection, highlevel } from '../support/api.ts';
import { failure, run } from '../support/run.ts';
import { within } from '../support/within.ts';

const gone = [
  [400, { statusCode: 400, message: 'Contact with id c1 not found' }],
  [404, { statusCode: 404, message: 'Contact not found' }],
] as const;
/** The record may still be there: what is missing is the sub-account, the permission or the scope. */
const notAllowed = [
  [404, { statusCode: 404, message: 'Location not found' }],
  [403, { statusCode: 403, message: 'The token does not have access to this location.' }],
  [403, { statusCode: 403, message: 'The user does not have permission' }],
] as const;
const missing = { statusCode: 400, message: 'Contact with id c1 not found' };

/** Runs of an action that share what Zapier keeps. */
const runsOf = ({ operation }: Create, inputs: object[], authData = connection) =>
  within(
    async (z, bundle) => {
      const outcomes: unknown[] = [];
      for (const inputData of inputs) {
        const { perform } = operation as { perform: (...given: unknown[]) => Promise<unknown> };
        const one = perform(z, { ...bundle, inputData });
        outcomes.push(await one.catch(({ message }: Error) => message));
      }
      return outcomes;
    },
    { authData },
  );

const runs = async (...contactIds: string[]) =>
  (
    await runsOf(
      deleteContact,
      contactIds.map((contactId) => ({ contactId })),
    )
  ).map((outcome) => (typeof outcome === 'string' ? 'AppError' : outcome));

const deletes = (id: string, status: number, body: object = {}) =>
  highlevel().delete(`/contacts/${id}`).reply(status, body);

test.each([
  [401, { message: 'Command timed out' }],
  [500, { message: 'Internal server error' }],
  [504, {}],
])(
  'a delete whose answer was lost (%d) has succeeded if its replay finds nothing',
  async (status, body) => {
    deletes('c1', status, body);
    deletes('c1', 400, missing);
    expect(await runs('c1', 'c1')).toEqual([
      'AppError',
      expect.objectContaining({ id: 'c1', deleted: true }),
    ]);
  },
);

test.each(gone)('however HighLevel says that it is gone: %d %j', async (status, body) => {
  deletes('c1', 500, { message: 'Internal server error' });
  deletes('c1', status, body);
  expect((await runs('c1', 'c1'))[1]).toMatchObject({ id: 'c1', deleted: true });
});

test.each(notAllowed)(
  'but not if it says that nothing may be done: %d %j',
  async (status, body) => {
    deletes('c1', 500, { message: 'Internal server error' });
    deletes('c1', status, body);
    const [, second] = await runsOf(deleteContact, [{ contactId: 'c1' }, { contactId: 'c1' }]);
    expect(second).toContain('HighLevel did not answer an earlier attempt of this step');
  },
);

test('that of another record has not', async () => {
  deletes('c1', 500, { message: 'Internal server error' });
  deletes('c2', 400, missing);
  expect(await runs('c1', 'c2')).toEqual(['AppError', 'AppError']);
});

test('what was never there is told', async () => {
  highlevel().delete('/contacts/c1/notes/n1').reply(404, { message: 'Note with id n1 not found' });
  const input = { contactId: 'c1', id: 'n1' };
  expect(await failure(run(deleteContactNote, input))).toContain('HighLevel did not find this.');
});

const lost = [504, { message: 'Gateway Timeout' }] as const;

describe('however HighLevel refuses to delete what is not there', () => {
  test.each([
    [200, { deleted: false, id: 'a1' }],
    [400, { message: 'Association was already deleted' }],
    [410, { message: 'Gone' }],
    [422, { message: 'Association not found' }],
    [422, { message: 'Association not found. Contact support if this is a mistake' }],
  ])('%d %j', async (status, body) => {
    highlevel()
      .delete('/associations/a1')
      .reply(...lost);
    highlevel().delete('/associations/a1').reply(status, body);
    const [, second] = await runsOf(deleteAssociation, [
      { associationId: 'a1' },
      { associationId: 'a1' },
    ]);
    expect(second).toMatchObject({ id: 'a1', deleted: true });
  });

  test('or to remove what is not in it', async () => {
    const path = '/contacts/c1/workflow/w1';
    highlevel()
      .delete(path, {})
      .reply(...lost);
    highlevel().delete(path, {}).reply(400, { message: 'The contact is not in this workflow' });
    const input = { contactId: 'c1', workflowId: 'w1' };
    const [, second] = await runsOf(removeFromWorkflow, [input, input]);
    expect(second).toMatchObject({ contactId: 'c1', workflowId: 'w1' });
  });

  test.each([
    'Association already has relations',
    'Associations that are in use can no longer be deleted',
    'The user doesn’t have permission to delete associations',
    "The user doesn't have permission to delete associations",
    'The association does not belong to a sub-account that this token has access to',
    'Custom associations are not active in this plan',
    'Cannot delete it: not part of the plan',
    'The association is in use, so it is not in a state to be deleted',
    'The association is published and not in draft status',
    'A system association is no longer editable',
    'This feature is not part of your subscription',
    'This endpoint is no longer supported',
  ])('but not by a reason to keep it: %s', async (message) => {
    const path = '/associations/a1';
    highlevel()
      .delete(path)
      .reply(...lost);
    highlevel().delete(path).reply(422, { message });
    const input = { associationId: 'a1' };
    const [, second] = await runsOf(deleteAssociation, [input, input]);
    expect(second).toContain('HighLevel did not answer an earlier attempt of this step');
  });

  test('but not what it says of the input', async () => {
    highlevel()
      .delete('/associations/a1')
      .reply(...lost);
    highlevel()
      .delete('/associations/a1')
      .reply(422, { message: 'associationId must be a mongodb id' });
    const [, second] = await runsOf(deleteAssociation, [
      { associationId: 'a1' },
      { associationId: 'a1' },
    ]);
    expect(second).toContain('HighLevel did not answer an earlier attempt of this step');
  });
});

test('a sub-account that is deleted cannot be read by the replay either', async () => {
  const path = '/locations/loc9';
  const input = { locationId: 'loc9', confirmation: 'Bright' };
  highlevel()
    .get(path)
    .reply(200, { location: { id: 'loc9', name: 'Bright' } });
  highlevel()
    .delete(path)
    .query({ deleteTwilioAccount: 'false' })
    .reply(...lost);
  highlevel().get(path).reply(403, { message: 'The token does not have access to this location.' });
  const [, second] = await runsOf(deleteLocation, [input, input], agencyConnection);
  expect(second).toMatchObject({ id: 'loc9', deleted: true });
});

test('a sub-account that one may not delete is not deleted', async () => {
  const path = '/locations/loc9';
  const input = { locationId: 'loc9', confirmation: 'Bright' };
  const known = { location: { id: 'loc9', name: 'Bright' } };
  const answers: [number, object][] = [
    [...lost],
    [403, { message: 'The user does not have permission' }],
  ];
  for (const [status, body] of answers) {
    highlevel().get(path).reply(200, known);
    highlevel().delete(path).query({ deleteTwilioAccount: 'false' }).reply(status, body);
  }
  const [, second] = await runsOf(deleteLocation, [input, input], agencyConnection);
  expect(second).toContain('HighLevel did not answer an earlier attempt of this step');
});

test('an endpoint of one’s own choice deletes alike', async () => {
  const input = {
    apiArea: 'Businesses',
    apiEndpoint: 'DELETE /businesses/{businessId}',
    businessId: 'b1',
  };
  highlevel()
    .delete('/businesses/b1')
    .reply(...lost);
  highlevel().delete('/businesses/b1').reply(400, { message: 'Business not found' });
  expect((await runsOf(apiRequest, [input, input]))[1]).toEqual({});
});

describe('a message whose canceling was lost', () => {
  const api = () => highlevel('2021-04-15');
  const path = '/conversations/messages/m1/schedule';
  const input = { conversationId: 'v1', messageId: 'm1' };
  const twice = async (status: number, message: object) => {
    api()
      .delete(path)
      .reply(...lost);
    // As the document shows it: a refusal with a good status.
    api().delete(path).reply(200, { status: 404, message: 'Failed cancel the scheduled message' });
    api().get('/conversations/messages/m1').reply(status, message);
    return (await runsOf(cancelScheduledMessage, [input, input]))[1];
  };

  test.each([
    [400, { message: 'Message with id m1 not found' }],
    [200, { message: { id: 'm1', status: 'failed', error: 'canceled' } }],
    [200, { message: { id: 'm1', status: 'cancelled' } }],
  ])('is canceled if it reads as %d %j', async (status, message) => {
    expect(await twice(status, message)).toMatchObject({ id: 'm1', deleted: true });
  });

  test.each(['sent', 'delivered', 'scheduled', 'pending', 'undelivered'])(
    'is not if it reads as %s',
    async (status) => {
      const said = await twice(200, { message: { id: 'm1', status } });
      expect(said).toContain('HighLevel did not answer an earlier attempt of this step');
    },
  );

  test('nor if nobody knows', async () => {
    const said = await twice(403, { message: 'Forbidden resource' });
    expect(said).toContain('Failed cancel the scheduled message');
  });

  test('through an endpoint of one’s own choice: it may have been sent', async () => {
    const chosen = {
      apiArea: 'Conversations',
      apiEndpoint: 'DELETE /conversations/messages/{messageId}/schedule',
      messageId: 'm1',
    };
    api()
      .delete(path)
      .reply(...lost);
    api().delete(path).reply(200, { status: 404, message: 'Failed cancel the scheduled message' });
    expect((await runsOf(apiRequest, [chosen, chosen]))[1]).toContain('Failed cancel');
  });
});

describe('an appointment whose moving was lost', () => {
  const path = '/calendars/events/appointments/a1';
  const api = () => highlevel('2021-04-15');
  const known = {
    id: 'a1',
    appointmentStatus: 'confirmed',
    startTime: '2026-03-09T10:00:00-07:00',
  };
  const input = { eventId: 'a1', startTime: '2026-03-10T17:00:00Z' };
  const twice = async (startTime: string) => {
    api().get(path).reply(200, { appointment: known });
    api()
      .put(path)
      .reply(...lost);
    api()
      .get(path)
      .times(2)
      .reply(200, { appointment: { ...known, startTime } });
    api().put(path).reply(400, { message: 'The slot you have selected is no longer available.' });
    return (await runsOf(updateAppointment, [input, input]))[1];
  };

  test('is moved if it reads so', async () => {
    const startTime = '2026-03-10T10:00:00-07:00';
    expect(await twice(startTime)).toMatchObject({ id: 'a1', startTime });
  });

  test('is not if it stands where it stood', async () => {
    expect(await twice(known.startTime)).toContain('This time is not free');
  });
});
