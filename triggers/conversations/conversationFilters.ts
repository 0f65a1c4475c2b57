import { choice, from, list, number, text, until, yesNo } from '../../fields/common.ts';
import { contactId, conversationId, userId } from '../../fields/ids.ts';
import { messageTypes } from '../../records/messageTypes.ts';

/** Every filter of `GET /conversations/search`; `conversationPages` has paging and order. */
export const conversationFilters = {
  query: text(
    'Search Text',
    'Only conversations that contain this text, for example in the name of the contact.',
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
  assignedTo: list('Assigned Users', userId).optional(),
  unassigned: yesNo(
    'Only Unassigned',
    'Only conversations that are not assigned to anyone.',
  ).optional(),
  followers: list('Followed By', userId).optional(),
  mentions: list(
    'Users Mentioned',
    userId,
    'Only conversations that mention one of these users.',
  ).optional(),
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
  startDate: from('Added On or After').meta({ group: 'Date Added' }).optional(),
  endDate: until('Added On or Before').meta({ group: 'Date Added' }).optional(),
  scoreProfile: text(
    'Score Profile',
    'Used only with a lowest or highest score. HighLevel’s API does not list score profiles. Copy the ID from the web address of the profile in HighLevel’s settings.',
  )
    .meta({ group: 'Score' })
    .optional(),
  scoreProfileMin: number('Lowest Score').meta({ group: 'Score' }).optional(),
  scoreProfileMax: number('Highest Score').meta({ group: 'Score' }).optional(),
};
