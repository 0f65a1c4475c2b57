import type { Endpoint } from '../../gateway/endpoint.ts';
import { conversationCalls } from './calls.ts';
import { messageExport } from './export.ts';
import { liveChat } from './liveChat.ts';
import { conversationMessages } from './messages.ts';
import { conversationSearch } from './search.ts';

/** Conversations, their messages and calls. */
export const conversationEndpoints: Endpoint[] = [
  ...conversationSearch,
  ...messageExport,
  ...conversationMessages,
  ...conversationCalls,
  ...liveChat,
];
