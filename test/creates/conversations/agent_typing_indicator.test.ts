import agentTypingIndicator from '../../../creates/conversations/agent_typing_indicator.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('says as a text that somebody is typing', async () => {
  highlevel('2021-04-15')
    .post('/conversations/providers/live-chat/typing', {
      locationId: 'loc1',
      conversationId: 'v1',
      visitorId: 'x1',
      isTyping: 'true',
    })
    .reply(201, { success: true });
  expect(
    await run(agentTypingIndicator, { conversationId: 'v1', visitorId: 'x1', isTyping: true }),
  ).toMatchObject({ conversationId: 'v1', visitorId: 'x1', succeeded: true });
});
