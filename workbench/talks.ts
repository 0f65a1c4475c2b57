import { receive } from './app.ts';
import { type Ask, calendarsVersion, first, type Happening, type Json } from './happening.ts';

const messages = [
  'Hi! Do you have anything free on Thursday?',
  'Thank you, see you tomorrow.',
  'Could you call me back please?',
] as const;

const newestTalk = async (ask: Ask, locationId: string): Promise<Json> => {
  const { conversations } = await ask(
    'GET',
    `/conversations/search?locationId=${locationId}&limit=1`,
    calendarsVersion,
  );
  return first(conversations, 'conversation');
};

/** What comes in over the telephone network, so that there is no request for it. */
export const talks: Record<string, Happening> = {
  inboundMessage: {
    label: 'Inbound message',
    act: async (ask, location, { number }) => {
      const conversation = await newestTalk(ask, location.id);
      const words = messages[number % messages.length] ?? messages[0];
      receive(location, String(conversation.id), words);
      return `${conversation.fullName} wrote: “${words}”`;
    },
  },
  missedCall: {
    label: 'Missed call',
    act: async (ask, location) => {
      const conversation = await newestTalk(ask, location.id);
      receive(location, String(conversation.id), '', 'TYPE_CALL');
      return `${conversation.fullName} called, and nobody picked up.`;
    },
  },
};
