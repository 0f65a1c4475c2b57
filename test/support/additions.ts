import { actions } from './actions.ts';
import type { Entry } from './catalog.ts';
import { instantAdditions } from './instantAdditions.ts';
import { createConversation, lookUps } from './lookUps.ts';
import { messageActions } from './messageActions.ts';
import { plainTriggers } from './plainTriggers.ts';

/** An operation that HighLevel's catalog does not have. */
export interface Addition extends Entry {
  /**
   * How we know the endpoint, if HighLevel's documents or its SDK do not know it: an announcement, a recorded answer.
   * Without it, test/contract refuses such an endpoint.
   */
  source?: string;
  /** Asks one question of its endpoints: its form need not reach every parameter of theirs. */
  isPlain?: boolean;
}

/** Operations that came after the catalog of test/support/catalog.ts. `npm run new` adds a line. */
export const additions: Addition[] = [
  ...lookUps,
  ...(
    [
      ['any_list_record', 'trigger', 'New or Changed Record of Any List'],
      ['api_request', 'create', 'API Request'],
      ['api_look_up', 'search', 'API Look-Up'],
    ] as const
  ).map(
    ([key, kind, label]): Addition => ({
      ...{ key, kind, label, category: 'Any Endpoint' },
      ...{ endpoints: [], version: '2021-07-28', scopes: [], token: 'either' },
    }),
  ),
  ...messageActions,
  createConversation,
  ...plainTriggers,
  ...actions,
  ...instantAdditions,
];

/**
 * Operations whose endpoint people choose: version, path and what comes back are those of the chosen one, which
 * test/documents walks.
 */
export const ofAnyEndpoint = new Set(
  additions.filter(({ category }) => category === 'Any Endpoint').map(({ key }) => key),
);

/** Endpoints that documents or SDK do not know, as far as an addition says how we know them. */
export const sourcedRoutes = (): string[] =>
  additions.flatMap(({ source, endpoints }) => (source ? endpoints : []));

/** The keys of additions that ask one question of their endpoints. */
export const plainKeys: ReadonlySet<string> = new Set(
  additions.filter(({ isPlain }) => isPlain).map(({ key }) => key),
);
