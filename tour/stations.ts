import { creates } from '../creates/index.ts';
import { endpointOf, type Token } from '../lib/api/endpoints.ts';
import { signIn } from '../lib/connection/signIn.ts';
import { routesOf } from '../lib/perform.ts';
import { searches } from '../searches/index.ts';
import { triggers } from '../triggers/index.ts';
import { appointments } from './appointments.ts';
import { businesses, lastBusinesses } from './businesses.ts';
import { calendarDeletes, calendars } from './calendars.ts';
import { contacts } from './contacts.ts';
import { conversations } from './conversations.ts';
import { endpoints } from './endpoints.ts';
import { lookUps } from './lookUps.ts';
import { opportunities } from './opportunities.ts';
import { other } from './other.ts';
import { plainTriggers } from './plainTriggers.ts';
import type { Station } from './station.ts';
import { users } from './users.ts';
import { workflows } from './workflows.ts';
import type { AccountKind } from './zapier.ts';

const last: Station[] = [
  ...calendarDeletes,
  ...lastBusinesses,
  { key: 'delete_contact', input: ({ result }) => ({ contactId: result('create_contact').id }) },
];

/** Every stop of the tour, in an order in which each finds what it needs; what deletes a lot comes last. */
export const stations: Station[] = [
  ...contacts,
  ...users,
  ...calendars,
  ...appointments,
  ...opportunities,
  ...conversations,
  ...businesses,
  ...workflows,
  ...other,
  ...endpoints,
  ...lookUps,
  ...plainTriggers,
  ...last,
];

/** Which connection each operation needs, by its own endpoint. */
const needs = new Map<string, Token>(
  [triggers, creates, searches]
    .flatMap((catalog) => Object.values(catalog).flat())
    .flatMap(({ key, operation }) => {
      const [route] = routesOf(operation);
      // What people choose at the tour works in a sub-account.
      return [[key, route ? endpointOf(route).token : 'sub-account'] as const];
    }),
);

/** Operations that only refuse a connection once an endpoint is chosen. */
export const areOfChoice: ReadonlySet<string> = new Set(endpoints.map(({ key }) => key));

/**
 * The stops that a kind of connection may make: all but the agency's own on a sub-account's; all on an agency's, unless
 * it has a private token, which gets into no sub-account.
 */
export const stationsOf = (account: AccountKind): Station[] => {
  const closed: Record<AccountKind, Token | undefined> = {
    'sub-account': 'agency',
    agency: signIn === 'private-token' ? 'sub-account' : undefined,
  };
  return stations.filter(({ key }) => needs.get(key) !== closed[account]);
};
