import findConversation from '../../../searches/conversations/find_conversation.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const asked = (conversations: object[]) =>
  highlevel('2021-04-15')
    .get(
      '/conversations/search?locationId=loc1&contactId=c1&status=unread&limit=100&sort=desc&sortBy=last_message_date',
    )
    .reply(200, { conversations, total: conversations.length });

test('with a contact', async () => {
  asked([{ id: 'v1', contactId: 'c1', contactName: 'Maria', type: 'TYPE_PHONE' }]);
  expect(await poll(findConversation, { contactId: 'c1', status: 'unread' })).toMatchObject([
    { id: 'v1', contactName: 'Maria', typeName: 'Phone' },
  ]);
});

test('none', async () => {
  asked([]);
  expect(await poll(findConversation, { contactId: 'c1', status: 'unread' })).toEqual([]);
});
