import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { text } from '../../gateway/schemas.ts';
import { conversationOf, version } from './access.ts';

export const liveChat = [
  endpoint(
    'POST /conversations/providers/live-chat/typing',
    {
      version,
      scopes: ['conversations/livechat.write'],
      status: 201,
      body: zod.strictObject({
        locationId: text,
        isTyping: zod.string(),
        visitorId: text,
        conversationId: text,
      }),
    },
    ({ body, location }) => {
      conversationOf(location, body.conversationId);
      return { success: true };
    },
  ),
];
