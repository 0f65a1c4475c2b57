import type { Paging } from '../lib/polling/paging.ts';
import { record } from '../lib/record.ts';
import { timeOf } from '../lib/time.ts';
import type { JsonObject } from '../lib/values.ts';
import { conversationTypeName, messageTypeName } from './messageTypes.ts';

const labels = {
  locationId: 'Sub-Account ID',
  assignedTo: 'Assigned User ID',
  type: 'Type Code',
  typeName: 'Type',
  lastMessageType: 'Last Message Type Code',
  lastMessageTypeName: 'Last Message Type',
  lastMessageBody: 'Last Message',
  starred: 'Is Starred',
  deleted: 'Is Deleted',
  inbox: 'Is in Inbox',
  followers: 'Follower IDs',
};

/** Adds the readable type, and uses the contact’s real name: `fullName` is capitalized wrongly (api#conversation-names). */
const complete = (records: JsonObject[]): JsonObject[] =>
  records.map(({ fullName, sort: _, messageTypes: __, ...raw }) => ({
    ...raw,
    ...(fullName || raw.contactName ? { contactName: raw.contactName || fullName } : {}),
    typeName: conversationTypeName(raw.type),
    lastMessageTypeName: messageTypeName(raw.lastMessageType),
  }));

/**
 * Conversations as the search gives them (conversations.json, ConversationSchema; `type` is a text here,
 * api#conversation-shapes).
 */
export const conversations = record({
  noun: 'conversation',
  many: 'conversations',
  changed: 'lastMessageDate',
  sample: {
    id: 'tDtDnQdgm2LXpyiqYvZ6',
    locationId: 've9EPM428h8vShlRW1KT',
    contactId: 'ocQHyuzHvysMo5N5VsXc',
    contactName: 'Maria Alvarez',
    companyName: 'Alvarez Landscaping',
    email: 'maria.alvarez@example.com',
    phone: '+14155550134',
    type: 'TYPE_PHONE',
    typeName: 'Phone',
    unreadCount: 1,
    lastMessageType: 'TYPE_SMS',
    lastMessageTypeName: 'SMS',
    lastMessageBody: 'Can I come on Friday?',
    lastMessageDirection: 'inbound',
    lastOutboundMessageAction: 'manual',
    isLastMessageInternalComment: false,
    lastManualMessageDate: '2026-03-03T14:10:00.000Z',
    lastMessageDate: '2026-03-04T09:30:45.000Z',
    assignedTo: 'GCs5KuzPqTls7vWclkEV',
    starred: false,
    inbox: true,
    tags: ['new lead'],
    followers: ['GCs5KuzPqTls7vWclkEV'],
    dateAdded: '2026-03-02T16:04:11.000Z',
    dateUpdated: '2026-03-04T09:30:45.000Z',
  },
  labels,
  complete,
});

/**
 * One conversation (conversations.json, GetConversationByIdResponse): `type` is a number, dates are objects
 * (api#conversation-shapes).
 */
export const conversation = record({
  noun: 'conversation',
  one: 'conversation',
  sample: {
    id: 'tDtDnQdgm2LXpyiqYvZ6',
    locationId: 've9EPM428h8vShlRW1KT',
    contactId: 'ocQHyuzHvysMo5N5VsXc',
    type: 1,
    typeName: 'Phone',
    unreadCount: 1,
    assignedTo: 'GCs5KuzPqTls7vWclkEV',
    starred: false,
    deleted: false,
    inbox: true,
    lastMessageType: 2,
    isLastMessageInternalComment: false,
    lastMessageDate: '2026-03-04T09:30:45.000Z',
    dateAdded: '2026-03-02T16:04:11.000Z',
    dateUpdated: '2026-03-04T09:30:45.000Z',
  },
  labels,
  complete: (records) =>
    records.map(({ messageTypes: _, ...raw }) => ({
      ...raw,
      typeName: conversationTypeName(raw.type),
    })),
});

/** A conversation after it was marked (conversations.json, ConversationDto). */
export const markedConversation = record({
  noun: 'conversation',
  one: 'conversation',
  sample: {
    id: 'tDtDnQdgm2LXpyiqYvZ6',
    locationId: 've9EPM428h8vShlRW1KT',
    contactId: 'ocQHyuzHvysMo5N5VsXc',
    type: 1,
    typeName: 'Phone',
    assignedTo: 'GCs5KuzPqTls7vWclkEV',
    unreadCount: 0,
    starred: true,
    deleted: false,
    dateAdded: '2026-03-02T16:04:11.000Z',
    dateUpdated: '2026-03-04T09:30:45.000Z',
  },
  labels,
  complete: (records) =>
    records.map((raw) => ({ ...raw, typeName: conversationTypeName(raw.type) })),
});

/**
 * The sort value of the last conversation (api#conversation-cursor) plus a millisecond: the cursor holds no id, so
 * another conversation of the same moment would be missed.
 */
const cursorAfter = ({ sort, lastMessageDate }: JsonObject): number | undefined => {
  const time = Number(Array.isArray(sort) ? sort[0] : timeOf(lastMessageDate));
  return Number.isNaN(time) ? undefined : time + 1;
};

/**
 * The latest message first, which puts new conversations first too. An old conversation that gets a message is not new:
 * its date of creation tells.
 */
export const conversationPages: Paging = {
  size: 100,
  newest: { new: 'lastMessageDate', changed: 'lastMessageDate' },
  created: 'dateAdded',
  params: ({ size, last }) => ({
    limit: size,
    sort: 'desc',
    sortBy: 'last_message_date',
    startAfterDate: last && cursorAfter(last),
  }),
};
