import { type Context, record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';

const withContact = ([answer = {}]: JsonObject[], { input }: Context): JsonObject[] => [
  { ...answer, id: input.contactId },
];

const sample = {
  id: 'ocQHyuzHvysMo5N5VsXc',
  followers: ['GCs5KuzPqTls7vWclkEV', 'Ka6wyHhbFdRXh302LLsA'],
};
const labels = { followers: 'Follower IDs' };

/** The followers of a contact after some were added (contacts.json, CreateAddFollowersSuccessfulResponseDto). */
export const followedContact = record({
  noun: 'contact',
  sample: { ...sample, followersAdded: ['Ka6wyHhbFdRXh302LLsA'] },
  labels: { ...labels, followersAdded: 'Added Follower IDs' },
  complete: withContact,
});

/** The followers of a contact after some were removed. */
export const unfollowedContact = record({
  noun: 'contact',
  sample: { ...sample, followersRemoved: ['Mx6wyHhbFdRXh302Luer'] },
  labels: { ...labels, followersRemoved: 'Removed Follower IDs' },
  complete: withContact,
});
