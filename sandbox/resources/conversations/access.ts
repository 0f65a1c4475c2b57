import type { Conversation } from '../../seed/conversationSeed.ts';
import { conversations } from '../../seed/conversations.ts';
import type { Message } from '../../seed/message.ts';
import { messages } from '../../seed/messages.ts';
import type { Location } from '../../state/state.ts';
import { existing } from '../records.ts';

export const version = '2021-04-15' as const;

/** What reading conversations and messages takes. */
export const reading = { version, scopes: ['conversations.readonly'] };
export const readingMessages = { version, scopes: ['conversations/message.readonly'] };

/** The conversation of the path. */
export const conversationOf = (location: Location, id: string): Conversation =>
  existing(conversations(location).get(id), 'Conversation', id);

/** The message of the path. */
export const messageOf = (location: Location, id: string): Message =>
  existing(messages(location).get(id), 'Message', id);

/** Whether a value is among those of a list with commas; a list that is not there has all. */
export function amongTest(list: string | undefined): (value: string) => boolean {
  const values = list?.split(',').map((one) => one.trim());
  return (value) => values === undefined || values.includes(value);
}
