import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { forbidden } from '../gateway/errors.ts';
import { located, optionalText, text } from '../gateway/schemas.ts';
import { campaigns, snapshots, workflows } from '../seed/workflows.ts';

const version = '2021-07-28' as const;

/** The lists behind dropdowns; who is in a workflow or campaign is among the contacts. */
export const workflowLists = [
  endpoint(
    'GET /workflows/',
    { version, scopes: ['workflows.readonly'], query: located },
    ({ location }) => ({ workflows: [...workflows(location).values()] }),
  ),

  endpoint(
    'GET /campaigns/',
    {
      version,
      scopes: ['campaigns.readonly'],
      query: located.extend({ status: optionalText }),
    },
    ({ query, location }) => ({
      campaigns: [...campaigns(location).values()].filter(
        ({ status }) => !query.status || status === query.status,
      ),
    }),
  ),

  endpoint(
    'GET /snapshots/',
    {
      version,
      scopes: ['snapshots.readonly'],
      token: 'agency',
      query: zod.strictObject({ companyId: text }),
    },
    ({ query, state }) => {
      if (query.companyId !== state.company.id) throw forbidden();
      return { snapshots: [...snapshots(state.company).values()] };
    },
  ),
];
