import { perPlace } from '../state/collection.ts';
import type { Location } from '../state/state.ts';
import type { Contact } from './contact.ts';
import { contacts } from './contacts.ts';
import { ConversationIndex } from './conversationIndex.ts';
import { type Conversation, seededConversations } from './conversationSeed.ts';
import type { Message } from './message.ts';
import { messages } from './messages.ts';

/** The conversations of a sub-account, which follow its contacts and messages. */
class Conversations {
  readonly #location: Location;
  readonly #all: Map<string, Conversation>;
  readonly #index: ConversationIndex;
  /** The conversation of each contact that has or had one. */
  readonly #byContact = new Map<string, string>();
  /** How many changes of contacts and messages are worked in. */
  #contactsSeen = 0;
  #messagesSeen: number;

  constructor(location: Location) {
    this.#location = location;
    this.#all = seededConversations(location);
    for (const { id, contactId } of this.#all.values()) this.#byContact.set(contactId, id);
    this.#messagesSeen = messages(location).changedConversations.length;
    this.#index = new ConversationIndex(this.#all.values(), location);
  }

  get all(): Map<string, Conversation> {
    this.#catchUp();
    return this.#all;
  }

  get index(): ConversationIndex {
    this.#catchUp();
    return this.#index;
  }

  /** Opens the conversation of a contact that has lost its own. */
  open(contact: Contact): Conversation {
    const conversation = opened(this.#location, contact);
    this.#byContact.set(contact.id, conversation.id);
    this.#all.set(conversation.id, conversation);
    this.#index.add(conversation);
    return conversation;
  }

  #catchUp(): void {
    const { changedIds } = contacts(this.#location);
    for (const id of new Set(changedIds.slice(this.#contactsSeen))) this.#followContact(id);
    this.#contactsSeen = changedIds.length;
    const { changedConversations } = messages(this.#location);
    for (const id of new Set(changedConversations.slice(this.#messagesSeen))) {
      this.#index.refresh(id);
    }
    this.#messagesSeen = changedConversations.length;
  }

  /** A new contact brings a conversation (api#conversation-shapes), a deleted one takes its own along. */
  #followContact(contactId: string): void {
    const contact = contacts(this.#location).get(contactId);
    const id = this.#byContact.get(contactId);
    if (contact && id === undefined) {
      this.open(contact);
    } else if (contact && id !== undefined) {
      this.#index.refresh(id);
    } else if (id !== undefined) {
      this.#all.delete(id);
      this.#index.remove(id);
    }
  }
}

const opened = (location: Location, contact: Contact): Conversation => ({
  id: `${contact.id.slice(0, 16)}conv`,
  contactId: contact.id,
  locationId: location.id,
  type: 1,
  unreadCount: 0,
  starred: false,
  assignedTo: contact.assignedTo,
  followers: [],
  dateAdded: contact.dateAdded,
  dateUpdated: contact.dateAdded,
});

const conversationsOf = perPlace((location: Location) => new Conversations(location));

/** The conversations of a sub-account now, by id. */
export const conversations = (location: Location): Map<string, Conversation> =>
  conversationsOf(location).all;

/** Opens a conversation with a contact. */
export function openConversation(location: Location, contactId: string): Conversation {
  const contact = contacts(location).get(contactId);
  if (!contact) throw new Error(`There is no contact ${contactId}.`);
  return conversationsOf(location).open(contact);
}

/** What a search sees of the conversations; it does not lag. */
export const conversationIndex = (location: Location): ConversationIndex =>
  conversationsOf(location).index;

/** A text message or a call that comes in: what happens in HighLevel without the API. */
export function receive(
  location: Location,
  conversationId: string,
  body: string,
  messageType = 'TYPE_SMS',
): Message {
  const conversation = conversations(location).get(conversationId);
  if (!conversation) throw new Error(`There is no conversation ${conversationId}.`);
  const message: Message = {
    id: location.state.newId(),
    conversationId,
    contactId: conversation.contactId,
    locationId: location.id,
    messageType,
    direction: 'inbound',
    status: 'delivered',
    body,
    contentType: 'text/plain',
    attachments: [],
    // Nobody picks up.
    meta: messageType === 'TYPE_CALL' ? { call: { duration: 0, status: 'no-answer' } } : {},
    source: 'app',
    userId: null,
    dateAdded: location.state.now(),
  };
  messages(location).set(message.id, message);
  conversation.unreadCount += 1;
  conversation.dateUpdated = message.dateAdded;
  const { id, contactId } = message;
  location.state.hooks.emit({ start: 'Customer Replied', locationId: location.id, contactId, id });
  return message;
}
