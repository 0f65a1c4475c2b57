import { perPlace, type Seeder, seederOf } from '../state/collection.ts';
import type { Location } from '../state/state.ts';
import { seededConversations } from './conversationSeed.ts';
import type { Message } from './message.ts';
import { threadOf } from './threads.ts';

const MINUTE = 60_000;

/** Messages by id, and those of a conversation without looking at all others. */
class Messages extends Map<string, Message> {
  readonly #byConversation = new Map<string, Map<string, Message>>();
  readonly #changedConversations: string[] = [];

  constructor(messages: Message[]) {
    super();
    for (const message of messages) this.set(message.id, message);
  }

  override set(id: string, message: Message): this {
    const { conversationId } = message;
    const known = this.#byConversation.get(conversationId);
    if (known) known.set(id, message);
    else this.#byConversation.set(conversationId, new Map([[id, message]]));
    this.#changedConversations.push(conversationId);
    return super.set(id, message);
  }

  /** The messages of a conversation, newest first. */
  of(conversationId: string): Message[] {
    const found = [...(this.#byConversation.get(conversationId)?.values() ?? [])];
    return found.sort((a, b) => b.dateAdded - a.dateAdded);
  }

  /** The conversations of all writes, oldest first, for whoever follows them. */
  get changedConversations(): readonly string[] {
    return this.#changedConversations;
  }
}

/** The messages of a sub-account. */
export const messages = perPlace(
  (location: Location) => new Messages(seedMessages(seederOf('messages', location))),
);

const seedMessages = ({ place, id }: Seeder<Location>): Message[] =>
  [...seededConversations(place).values()].flatMap((conversation, i) =>
    threadOf(i).map((said, j, all) => ({
      id: id(i, j),
      conversationId: conversation.id,
      contactId: conversation.contactId,
      locationId: place.id,
      messageType: 'TYPE_SMS',
      direction: 'outbound' as const,
      status: 'sent' as const,
      body: '',
      contentType: said.messageType === 'TYPE_EMAIL' ? 'text/html' : 'text/plain',
      attachments: [],
      meta: said.messageType === 'TYPE_EMAIL' ? { email: { messageIds: [id('email', i, j)] } } : {},
      source: 'app' as const,
      userId: null,
      dateAdded: conversation.dateUpdated - (all.length - 1 - j) * MINUTE,
      ...said,
    })),
  );
