import missedCall from '../../../triggers/conversations/missed_call.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const call = (id: string, meta: object, direction = 'inbound') => ({
  id,
  direction,
  messageType: 'TYPE_CALL',
  dateAdded: new Date().toISOString(),
  meta,
});

const answer = () =>
  highlevel('2021-04-15')
    .get('/conversations/messages/export')
    .query({
      locationId: 'loc1',
      channel: 'Call',
      limit: '100',
      sortBy: 'createdAt',
      sortOrder: 'desc',
    })
    .reply(200, {
      messages: [
        call('nobody answered', { call: { status: 'no-answer', duration: 0 } }),
        call('voicemail', { callStatus: 'voicemail', callDuration: '12' }),
        call('answered', { call: { status: 'completed', duration: 42 } }),
        call('still rings', { callStatus: 'pending' }),
        call('ours', { callStatus: 'no-answer' }, 'outbound'),
      ],
      nextCursor: null,
      total: 5,
    });

test.each([
  [{}, ['nobody answered', 'voicemail']],
  [{ withVoicemail: false }, ['nobody answered']],
])('with %j gives the calls that nobody took', async (input, expected) => {
  answer();
  const found = await poll(missedCall, input);
  expect(found.map(({ id }) => id)).toEqual(expected);
  expect(found[0]).toMatchObject({ revision: 'missed', callStatus: 'no-answer', callDuration: 0 });
});
