import type { Entry } from './catalog.ts';
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
export const additions: Addition[] = [...plainTriggers];

/** Endpoints that documents or SDK do not know, as far as an addition says how we know them. */
export const sourcedRoutes = (): string[] =>
  additions.flatMap(({ source, endpoints }) => (source ? endpoints : []));

/** The keys of additions that ask one question of their endpoints. */
export const plainKeys: ReadonlySet<string> = new Set(
  additions.filter(({ isPlain }) => isPlain).map(({ key }) => key),
);
