import type { BasicPollingOperation, Bundle, ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationOf } from '../lib/connection.ts';
import type { Fields } from '../lib/inputFields.ts';
import { calls, fixedDropdown, manyOf } from '../lib/operation.ts';
import type { Paging } from '../lib/polling.ts';
import type { Raw } from '../lib/record.ts';
import { call } from '../lib/request.ts';
import { timeOf, toIso } from '../lib/time.ts';
import { nextStep } from '../middleware.ts';
import { conversations } from '../records/conversations.ts';
import {
  choice,
  epochMilliseconds,
  number,
  text,
  timezone,
  until,
  untilMilliseconds,
  yesNo,
} from './common.ts';
import { contactId, conversationId, userId } from './ids.ts';
import { messageTypes } from './messageTypes.ts';

const commaSeparated = (ids: string[] | undefined) => ids?.join(',');

/** Every filter of `GET /conversations/search`; paging and order are those of `conversationPages`. */
export const conversationFilters = {
  timezone,
  query: text(
    'Search Text',
    'Only conversations in which this text occurs, for example in the name of the contact.',
  ).optional(),
  status: choice('Status', {
    all: 'All',
    read: 'Read',
    unread: 'Unread',
    starred: 'Starred',
    recents: 'Recent',
  }).optional(),
  contactId: contactId.optional(),
  id: conversationId.optional(),
  assignedTo: zod.array(userId).meta({ label: 'Assigned Users' }).optional(),
  unassigned: yesNo('Only Unassigned', 'Only conversations that nobody is assigned to.').optional(),
  followers: zod.array(userId).meta({ label: 'Followed By' }).optional(),
  mentions: zod
    .array(userId)
    .meta({
      label: 'Users Mentioned',
      helpText: 'Only conversations in which one of these users is mentioned.',
    })
    .optional(),
  lastMessageType: choice('Type of Last Message', messageTypes)
    .meta({ group: 'Last Message' })
    .optional(),
  lastMessageDirection: choice('Direction of Last Message', {
    inbound: 'From the contact',
    outbound: 'To the contact',
  })
    .meta({ group: 'Last Message' })
    .optional(),
  lastMessageAction: choice('Last Outgoing Message Was', {
    automated: 'Sent automatically',
    manual: 'Sent by a person',
  })
    .meta({ group: 'Last Message' })
    .optional(),
  startDate: epochMilliseconds('Added On or After').meta({ group: 'Date Added' }).optional(),
  endDate: until('Added On or Before').meta({ group: 'Date Added' }).optional(),
  scoreProfile: text(
    'Score Profile',
    'Only with a lowest or a highest score. HighLevel’s API has no list of score profiles: copy the ID from the address of the profile in HighLevel’s settings.',
  )
    .meta({ group: 'Score' })
    .optional(),
  scoreProfileMin: number('Lowest Score').meta({ group: 'Score' }).optional(),
  scoreProfileMax: number('Highest Score').meta({ group: 'Score' }).optional(),
};

interface Chosen {
  assignedTo?: string[] | undefined;
  unassigned?: boolean | undefined;
  followers?: string[] | undefined;
  mentions?: string[] | undefined;
  endDate?: string | undefined;
  timezone?: string | undefined;
}

/** The filters as the search wants them: ids separated by commas, “unassigned” in the place of a user. */
export const asSearched = <Input extends Chosen>(input: Input) => {
  const { assignedTo, unassigned, followers, mentions, endDate, timezone: zone, ...rest } = input;
  return {
    ...rest,
    endDate: endDate && untilMilliseconds(endDate, zone),
    assignedTo: unassigned ? 'unassigned' : commaSeparated(assignedTo),
    followers: commaSeparated(followers),
    mentions: commaSeparated(mentions),
  };
};

/**
 * The sort value of the last conversation (reality d.7), and a millisecond more: it says no id, and another
 * conversation of the same moment would be passed over.
 */
const cursorAfter = ({ sort, lastMessageDate }: Raw): number | undefined => {
  const time = Number(Array.isArray(sort) ? sort[0] : timeOf(lastMessageDate));
  return Number.isNaN(time) ? undefined : time + 1;
};

/**
 * The latest message first, and so every conversation that is new. An old conversation that gets a message is not new:
 * that is told by its own date.
 */
export const conversationPages: Paging = {
  size: 100,
  newest: { new: 'lastMessageDate', changed: 'lastMessageDate' },
  created: 'dateAdded',
  ask: ({ size, last }) => ({
    limit: size,
    sort: 'desc',
    sortBy: 'last_message_date',
    startAfterDate: last && cursorAfter(last),
  }),
};

/**
 * The page of a dropdown where an endpoint only knows “after this record”: it goes there page by page.
 * @param page from 0
 * @param load a page of `size` records after the last one of the page before
 */
export const pageByCursor = async (
  page: number,
  size: number,
  load: (last: Raw | undefined) => Promise<Raw[]>,
): Promise<Raw[]> => {
  let records = await load(undefined);
  let fresh = records;
  for (let index = 0; index < page; index += 1) {
    if (records.length < size) return [];
    const known = new Set(records.map(({ id }) => id));
    records = await load(records.at(-1));
    fresh = records.filter(({ id }) => !known.has(id));
  }
  return fresh;
};

/** A moment as the person who sets the Zap up would write it. */
export const moment = (value: unknown, bundle: Bundle): string => {
  const date = new Date(String(toIso(value)));
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleString('en-US', {
    timeZone: bundle.meta.timezone || 'UTC',
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
};

const searchRoute = 'GET /conversations/search';

/** A dropdown of conversations by contact and date of the last message. */
export const conversationChoices: BasicPollingOperation = {
  ...fixedDropdown(() => []),
  canPaginate: true,
  perform: calls([searchRoute], async (z: ZObject, bundle: Bundle) => {
    const { size, ask } = conversationPages;
    const load = async (last: Raw | undefined) => {
      const page: Fields = ask({ index: 0, size, changed: false, last });
      const input = { locationId: locationOf(bundle), ...page };
      return manyOf(
        await call({ z, bundle }, searchRoute, input),
        conversations,
        nextStep(bundle, true),
      );
    };
    const records = await pageByCursor(bundle.meta.page ?? 0, size, load);
    return records.map((raw) => {
      const { id, contactName, fullName, email, phone, lastMessageDate } = raw;
      const name = [contactName || fullName || email || phone, moment(lastMessageDate, bundle)];
      return { id: String(id), name: name.filter(Boolean).join(' · ') || String(id) };
    });
  }),
};
