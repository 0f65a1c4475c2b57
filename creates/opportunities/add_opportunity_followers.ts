import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { followers, opportunityId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { followedOpportunity } from '../../records/followers.ts';

const input = zod.object({ id: opportunityId, followers });

export default defineCreate({
  key: 'add_opportunity_followers',
  noun: 'Opportunity',
  display: { label: 'Add Followers', description: 'Adds followers to an opportunity.' },
  operation: create('POST /opportunities/{id}/followers', { input, record: followedOpportunity }),
});
