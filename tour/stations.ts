import { creates } from '../creates/index.ts';
import { endpointOf } from '../lib/api/endpoints.ts';
import { routesOf } from '../lib/perform.ts';
import { searches } from '../searches/index.ts';
import { triggers } from '../triggers/index.ts';
import { appointments } from './appointments.ts';
import { businesses, lastBusinesses } from './businesses.ts';
import { calendarDeletes, calendars } from './calendars.ts';
import { contacts } from './contacts.ts';
import { conversations } from './conversations.ts';
import { instant } from './instant.ts';
import { opportunities } from './opportunities.ts';
import { other } from './other.ts';
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
  ...instant,
  ...last,
];

/** Operations that no sub-account connection may do. */
const agencyOnly = new Set(
  [triggers, creates, searches]
    .flatMap((catalog) => Object.values(catalog).flat())
    .filter(({ operation }) =>
      routesOf(operation)
        .slice(0, 1)
        .some((route) => endpointOf(route).token === 'agency'),
    )
    .map(({ key }) => key),
);

/** The stops that a kind of connection may make: all on an agency's, all but the agency's own on a sub-account's. */
export const stationsOf = (account: AccountKind): Station[] =>
  stations.filter(({ key }) => account === 'agency' || !agencyOnly.has(key));
