import * as zod from 'zod';
import { endpoint, text } from '../endpoint.ts';
import { campaigns as campaignsOf, workflows as workflowsOf } from '../seed/workflows.ts';

export const workflows = [
  endpoint(
    'GET /workflows/',
    {
      version: '2021-07-28',
      scopes: ['workflows.readonly'],
      query: zod.strictObject({ locationId: text }),
    },
    ({ location }) => ({ workflows: [...workflowsOf(location).values()] }),
  ),

  endpoint(
    'GET /campaigns/',
    {
      version: '2021-07-28',
      scopes: ['campaigns.readonly'],
      query: zod.strictObject({ locationId: text, status: zod.string().optional() }),
    },
    ({ query, location }) => ({
      campaigns: [...campaignsOf(location).values()].filter(
        ({ status }) => !query.status || status === query.status,
      ),
    }),
  ),
];
