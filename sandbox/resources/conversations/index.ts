import type { Endpoint } from '../../gateway/endpoint.ts';
import { conversationCalls } from './calls.ts';
import { messageExport } from './export.ts';
import { liveChat } from './liveChat.ts';
import { conversationMessages } from './messages.ts';
import { conversationRecords } from './records.ts';
import { conversationSearch } from './search.ts';
import { sendingMessages } from './sending.ts';

/** Conversations, their messages and calls. */
export const conversationEndpoints: Endpoint[] = [
  ...conversationSearch,
  ...messageExport,
  ...conversationMessages,
  ...conversationRecords,
  ...sendingMessages,
  ...conversationCalls,
  ...liveChat,
];
