import { collection } from '../state/collection.ts';
import { contacts } from './contacts.ts';
import { lastSaid, threadOf } from './threads.ts';

/** A conversation as it is stored; search and single endpoint show it in different shapes (api#conversation-shapes). */
export type Conversation = {
  id: string;
  contactId: string;
  locationId: string;
  /** 1 phone, 2 email, 3 Facebook Messenger, 4 review, 5 group SMS (conversations.json). */
  type: 1 | 2 | 3 | 4 | 5;
  unreadCount: number;
  starred: boolean;
  assignedTo: string | null;
  followers: string[];
  dateAdded: number;
  dateUpdated: number;
};

const MINUTE = 60_000;

/** The conversations of the newest contacts, the one with the latest message first. */
export const seededConversations = collection<Conversation>(
  'conversations',
  ({ place, id, ago }) => {
    const size = place.isMain ? place.state.settings.conversations : 3;
    return Array.from({ length: size }, (_, i) => i).flatMap((i) => {
      const contact = contacts(place).seededAt(i);
      if (!contact) return [];
      const last = ago(lastSaid(i, size));
      return {
        id: id(i),
        contactId: contact.id,
        locationId: place.id,
        type: threadOf(i).some(({ messageType }) => messageType === 'TYPE_EMAIL') ? 2 : 1,
        unreadCount: i % 3,
        starred: i % 5 === 0,
        assignedTo: contact.assignedTo,
        followers: [],
        dateAdded: last - (threadOf(i).length + 1) * MINUTE,
        dateUpdated: last,
      };
    });
  },
);
