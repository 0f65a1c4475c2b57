import * as zod from 'zod';
import { messageTypes } from '../records/messageTypes.ts';
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
