import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import { followers, opportunityId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { unfollowedOpportunity } from '../../records/followers.ts';

const input = zod
  .object({
    id: opportunityId,
    followers: followers.default([]),
    isRemoveAllFollowers: yesNo(
      'Remove All Followers',
      'Removes all followers, whatever you choose above.',
    ).optional(),
  })
  .refine(
    ({ followers: chosen, isRemoveAllFollowers: all }) => chosen.length > 0 || all,
    'Choose the followers to remove, or set “Remove All Followers” to yes.',
  );

export default defineCreate({
  key: 'remove_opportunity_followers',
  noun: 'Opportunity',
  display: {
    label: 'Remove Followers',
    description: 'Removes followers from an opportunity.',
  },
  operation: create(
    'DELETE /opportunities/{id}/followers?isRemoveAllFollowers={isRemoveAllFollowers}',
    { input, record: unfollowedOpportunity },
  ),
});
