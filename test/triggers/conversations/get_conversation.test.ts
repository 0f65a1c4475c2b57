import getConversation from '../../../triggers/conversations/get_conversation.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const answer = (more: object = {}) =>
  highlevel('2021-04-15')
    .get('/conversations/v1')
    .reply(200, {
      id: 'v1',
      contactId: 'c1',
      type: 2,
      unreadCount: 0,
      lastMessageDate: { seconds: 1772616645, nanoseconds: 500000000 },
      traceId: 't',
      ...more,
    });

test('reads dates of seconds and nanoseconds, and names the type', async () => {
  answer();
  expect(await poll(getConversation, { conversationId: 'v1' })).toMatchObject([
    { id: 'v1', type: 2, typeName: 'Email', lastMessageDate: '2026-03-04T09:30:45.500Z' },
  ]);
});

test('fires when something changes, not when only the trace does', async () => {
  const revisionOf = async (more: object) => {
    answer(more);
    const [record] = await poll(getConversation, { conversationId: 'v1' });
    return record?.revision;
  };
  const first = await revisionOf({});
  expect(await revisionOf({ traceId: 'other' })).toBe(first);
  expect(await revisionOf({ unreadCount: 1 })).not.toBe(first);
});
