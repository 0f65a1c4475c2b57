import * as zod from 'zod';
import { endpoint, limit, skip, text } from '../endpoint.ts';
import { businesses as businessesOf } from '../seed/businesses.ts';

export const businesses = [
  endpoint(
    'GET /businesses/',
    {
      version: '2021-07-28',
      scopes: ['businesses.readonly'],
      query: zod.strictObject({ locationId: text, limit: limit(100, 100), skip }),
    },
    ({ query, location }) => ({
      businesses: [...businessesOf(location).values()].slice(query.skip, query.skip + query.limit),
    }),
  ),
];
