import newMessage from '../../../triggers/conversations/new_message.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const asked = (query: Record<string, string>, answer: object) =>
  highlevel('2021-04-15')
    .get('/conversations/messages/export')
    .query({ locationId: 'loc1', sortBy: 'createdAt', sortOrder: 'desc', ...query })
    .reply(200, answer);

const at = new Date().toISOString();

test('reads the newest of a channel; ten are the fewest that HighLevel gives', async () => {
  asked(
    { channel: 'SMS', limit: '10' },
    {
      messages: [
        { id: 'm1', messageType: 'TYPE_SMS', direction: 'inbound', dateAdded: at },
        { id: 'm2', messageType: 'TYPE_SMS', direction: 'outbound', dateAdded: at },
      ],
      nextCursor: 'next',
      total: 20,
    },
  );
  const input = { channel: 'SMS', direction: 'inbound' };
  const [message, ...others] = await poll(newMessage, input, { meta: { isLoadingSample: true } });
  expect(message).toMatchObject({ id: 'm1', typeName: 'SMS', revision: 'new' });
  expect(message).not.toHaveProperty('cursor');
  expect(others).toEqual([]);
});

test('goes on by the cursor of the answer, and leaves activities out', async () => {
  const messages = [{ id: 'm1', messageType: 'TYPE_SMS', dateAdded: at }];
  const activity = { id: 'a1', messageType: 'TYPE_ACTIVITY_CONTACT', dateAdded: at };
  asked({ limit: '100' }, { messages, nextCursor: 'next', total: 2 });
  asked({ limit: '100', cursor: 'next' }, { messages: [activity], nextCursor: null, total: 2 });
  const meta = { isPopulatingDedupe: true };
  expect(await poll(newMessage, {}, { meta })).toMatchObject([{ id: 'm1' }]);
});
