import createConversation from '../../../creates/conversations/create_conversation.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const posted = () =>
  highlevel('2021-04-15').post('/conversations/', { locationId: 'loc1', contactId: 'c1' });

test('creates a conversation', async () => {
  posted().reply(201, { success: true, conversation: { id: 'v1', contactId: 'c1' } });
  expect(await run(createConversation, { contactId: 'c1' })).toMatchObject({ id: 'v1' });
});

test('gives the one that the contact has already', async () => {
  posted().reply(400, {
    message: 'Conversation already exists',
    canonicalCode: 'CONVERSATIONS_CONVERSATION_ALREADY_EXISTS',
    conversationId: 'v1',
  });
  highlevel('2021-04-15')
    .get('/conversations/v1')
    .reply(200, { id: 'v1', contactId: 'c1', type: 1, unreadCount: 2 });
  expect(await run(createConversation, { contactId: 'c1' })).toMatchObject({
    id: 'v1',
    typeName: 'Phone',
    unreadCount: 2,
  });
});

test('says what else is wrong', async () => {
  posted().reply(400, { message: 'Contact with id c1 not found' });
  expect(await failure(run(createConversation, { contactId: 'c1' }))).toContain(
    'HighLevel did not find this.',
  );
});
