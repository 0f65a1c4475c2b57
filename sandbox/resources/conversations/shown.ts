import type { IndexedConversation } from '../../seed/conversationIndex.ts';
import { type Message, TYPE_NUMBERS } from '../../seed/message.ts';
import { iso, withoutNulls } from '../records.ts';

const TYPES = {
  1: 'TYPE_PHONE',
  2: 'TYPE_EMAIL',
  3: 'TYPE_FB_MESSENGER',
  4: 'TYPE_REVIEW',
  5: 'TYPE_GROUP_SMS',
};

/** “Ada mcByron” as “Ada Mcbyron”: the search capitalises names once more (api#conversation-names). */
const capitalised = (name: string) =>
  name.toLowerCase().replaceAll(/(^|\s)\S/g, (letter) => letter.toUpperCase());

/** How the last message came: what nobody has said is an empty first conversation, and says so (api#first-conversation). */
export const lastOf = ({ last }: IndexedConversation) => ({
  type: last?.messageType ?? 'TYPE_NO_SHOW',
  body: last?.body ?? '',
  direction: last?.direction ?? 'outbound',
  action: last?.source === 'app' ? 'manual' : 'automated',
});

const numberOf = (messageType: string): number => TYPE_NUMBERS[messageType] ?? 0;

/**
 * As the search shows a conversation: type as text, dates as epoch ms, its own cursor in `sort`, nulls
 * (api#conversation-shapes, api#conversation-cursor). Nobody assigned is no assignee at all, while what a contact lacks is null (api#nulls-of-a-conversation).
 */
export function foundConversation(entry: IndexedConversation): object {
  const { conversation, contact, name, lastMessageDate } = entry;
  const last = lastOf(entry);
  const { assignedTo } = conversation;
  return {
    id: conversation.id,
    locationId: conversation.locationId,
    contactId: conversation.contactId,
    dateAdded: conversation.dateAdded,
    dateUpdated: conversation.dateUpdated,
    lastMessageDate,
    lastMessageType: last.type,
    lastMessageBody: last.body,
    lastMessageDirection: last.direction,
    lastOutboundMessageAction: last.action,
    lastManualMessageDate: lastMessageDate,
    inbox: true,
    unreadCount: conversation.unreadCount,
    followers: conversation.followers,
    mentions: [],
    isLastMessageInternalComment: false,
    messageTypes: [numberOf(last.type)],
    fullName: capitalised(name),
    contactName: name,
    companyName: contact?.companyName ?? null,
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
    tags: contact?.tags ?? [],
    starred: conversation.starred,
    type: TYPES[conversation.type],
    scoring: [],
    sort: [lastMessageDate],
    ...(assignedTo && { assignedTo }),
  };
}

/** The type is a number here, and dates are `{ seconds, nanoseconds }` (api#conversation-shapes). */
export function wholeConversation(entry: IndexedConversation): object {
  const { dateAdded, dateUpdated, followers: _, ...rest } = entry.conversation;
  const { type } = lastOf(entry);
  return withoutNulls({
    ...rest,
    deleted: false,
    inbox: true,
    lastMessageDate: stamp(entry.lastMessageDate),
    lastMessageType: numberOf(type),
    messageTypes: [numberOf(type)],
    isLastMessageInternalComment: false,
    dateAdded: stamp(dateAdded),
    dateUpdated: stamp(dateUpdated),
  });
}

const stamp = (ms: number) => ({ seconds: Math.floor(ms / 1000), nanoseconds: (ms % 1000) * 1e6 });

const isActivity = ({ messageType }: Message) => messageType.startsWith('TYPE_ACTIVITY_');

/**
 * As messages are shown; `error` only where something went wrong. An activity says what it is, and has no content
 * type (api#activities-among-messages).
 */
export const shownMessage = (message: Message) => {
  const { dateAdded, contentType, ...rest } = message;
  const date = iso(dateAdded);
  const activity = {
    from: 'Bright Smile Dental',
    to: 'A contact',
    activity: { title: message.body, type: message.messageType.slice(5).toLowerCase(), data: {} },
  };
  return withoutNulls({
    ...rest,
    ...(isActivity(message) ? activity : { contentType }),
    type: numberOf(message.messageType),
    dateAdded: date,
    dateUpdated: date,
  });
};
