import { type Context, record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';

const addContactId = ([answer = {}]: JsonObject[], { input }: Context): JsonObject[] => [
  { ...answer, id: input.contactId },
];

const contactSample = {
  id: 'ocQHyuzHvysMo5N5VsXc',
  followers: ['GCs5KuzPqTls7vWclkEV', 'Ka6wyHhbFdRXh302LLsA'],
};

const labels = {
  followers: 'Follower IDs',
  followersAdded: 'Added Follower IDs',
  followersRemoved: 'Removed Follower IDs',
};

/** The followers of a contact after some were added (contacts.json, CreateAddFollowersSuccessfulResponseDto). */
export const followedContact = record({
  noun: 'contact',
  sample: { ...contactSample, followersAdded: ['Ka6wyHhbFdRXh302LLsA'] },
  labels,
  complete: addContactId,
});

/** The followers of a contact after some were removed. */
export const unfollowedContact = record({
  noun: 'contact',
  sample: { ...contactSample, followersRemoved: ['Mx6wyHhbFdRXh302Luer'] },
  labels,
  complete: addContactId,
});

const addOpportunityId = ([answer = {}]: JsonObject[], { input }: Context): JsonObject[] => [
  { id: input.id, ...answer },
];

const opportunitySample = { id: 'yWQobCRIhRguQtD2llvk', followers: ['GCs5KuzPqTls7vWclkEV'] };

/** The followers of an opportunity after some were added (opportunities.json, CreateAddFollowersSuccessfulResponseDto). */
export const followedOpportunity = record({
  noun: 'opportunity',
  sample: { ...opportunitySample, followersAdded: ['GCs5KuzPqTls7vWclkEV'] },
  labels,
  complete: addOpportunityId,
});

/** The followers of an opportunity after some were removed. */
export const unfollowedOpportunity = record({
  noun: 'opportunity',
  sample: { ...opportunitySample, followersRemoved: ['Mx6wyHhbFdRXh302Luer'] },
  labels,
  complete: addOpportunityId,
});
