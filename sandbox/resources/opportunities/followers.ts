import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { opportunities } from '../../seed/opportunities.ts';
import { opportunityOf, writing } from './access.ts';

const followerBody = zod.strictObject({ followers: zod.array(zod.string()) });

export const opportunityFollowers = [
  endpoint(
    'POST /opportunities/{id}/followers',
    { ...writing, status: 201, body: followerBody },
    ({ path, body, location, now }) => {
      const known = opportunityOf(location, path.id);
      const followersAdded = [...new Set(body.followers)].filter(
        (user) => !known.followers.includes(user),
      );
      const followers = [...known.followers, ...followersAdded];
      opportunities(location).set({ ...known, followers, updatedAt: now });
      return { followers, followersAdded };
    },
  ),

  endpoint(
    'DELETE /opportunities/{id}/followers',
    {
      ...writing,
      query: zod.strictObject({ isRemoveAllFollowers: zod.stringbool().optional() }),
      body: followerBody,
    },
    ({ path, query, body, location, now }) => {
      const known = opportunityOf(location, path.id);
      const followersRemoved = known.followers.filter(
        (user) => query.isRemoveAllFollowers || body.followers.includes(user),
      );
      const followers = known.followers.filter((user) => !followersRemoved.includes(user));
      opportunities(location).set({ ...known, followers, updatedAt: now });
      return { followers, followersRemoved };
    },
  ),
];
