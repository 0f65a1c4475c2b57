import { SortedList } from '../state/sortedList.ts';
import type { Location } from '../state/state.ts';
import { type Contact, nameOf } from './contact.ts';
import { contacts } from './contacts.ts';
import type { Conversation } from './conversationSeed.ts';
import type { Message } from './message.ts';
import { messages } from './messages.ts';

/** A conversation with its contact, its last message, and the text that a search looks through. */
export type IndexedConversation = {
  readonly conversation: Conversation;
  /** Which one it is, by the order in which they were opened. */
  readonly sequence: number;
  readonly contact: Contact | undefined;
  readonly last: Message | undefined;
  readonly name: string;
  readonly lastMessageDate: number;
  readonly text: string;
};

/** The conversations by the date of their last message. */
export class ConversationIndex {
  readonly #location: Location;
  readonly #entries: Map<string, IndexedConversation>;
  readonly #byDate: SortedList<IndexedConversation>;
  #opened = 0;

  constructor(conversations: Iterable<Conversation>, location: Location) {
    this.#location = location;
    this.#entries = new Map(
      [...conversations].map((one) => [one.id, this.#entryOf(one, this.#opened++)]),
    );
    this.#byDate = new SortedList(
      this.#entries.values(),
      ({ lastMessageDate }) => lastMessageDate,
      (a, b) => a.sequence - b.sequence,
    );
  }

  get size(): number {
    return this.#entries.size;
  }

  add(conversation: Conversation): void {
    this.#put(this.#entryOf(conversation, this.#opened++));
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#byDate.remove(entry);
  }

  /** Looks again at contact and messages of a conversation. */
  refresh(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.remove(id);
    this.#put(this.#entryOf(entry.conversation, entry.sequence));
  }

  get(id: string): IndexedConversation | undefined {
    return this.#entries.get(id);
  }

  inOrder(direction: 'asc' | 'desc'): Iterable<IndexedConversation> {
    return direction === 'desc' ? this.#byDate.descending() : this.#byDate.ascending();
  }

  #put(entry: IndexedConversation): void {
    this.#entries.set(entry.conversation.id, entry);
    this.#byDate.add(entry);
  }

  #entryOf(conversation: Conversation, sequence: number): IndexedConversation {
    const contact = contacts(this.#location).get(conversation.contactId);
    const [last] = messages(this.#location).of(conversation.id);
    const name = (contact && nameOf(contact)) || contact?.companyName || contact?.phone || '';
    const { email = null, phone = null } = contact ?? {};
    return {
      conversation,
      sequence,
      contact,
      last,
      name,
      lastMessageDate: last?.dateAdded ?? conversation.dateAdded,
      text: `${name} ${email} ${phone} ${last?.body ?? ''}`.toLowerCase(),
    };
  }
}
