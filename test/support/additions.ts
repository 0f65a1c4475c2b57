import type { Entry } from './catalog.ts';

/** An operation that HighLevel's catalog does not have. */
export interface Addition extends Entry {
  /**
   * How we know the endpoint, if HighLevel's documents or its SDK do not know it: an announcement, a recorded answer.
   * Without it, test/contract refuses such an endpoint.
   */
  source?: string;
}

/** Operations that came after the catalog of test/support/catalog.ts. `npm run new` adds a line. */
export const additions: Addition[] = [
  // The endpoint that people choose: the documents say the rest (test/documents).
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
];

/** Endpoints that documents or SDK do not know, as far as an addition says how we know them. */
export const sourcedRoutes = (): string[] =>
  additions.flatMap(({ source, endpoints }) => (source ? endpoints : []));
