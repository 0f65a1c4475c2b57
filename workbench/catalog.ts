import type { Create, Search, Trigger } from 'zapier-platform-core';
import {
  type Catalog,
  creates,
  endpointOf,
  type Kind,
  routesOf,
  scopesOf,
  searches,
  type Token,
  triggers,
} from './app.ts';

/** An operation as the catalog shows it. */
export interface Entry {
  key: string;
  kind: Kind;
  category: string;
  label: string;
  noun: string;
  description: string;
  /** Which connection it works with. */
  token: Token;
  routes: readonly string[];
  scopes: string[];
  /** Sections of the form, in order. */
  groups: { key: string; label?: string; emphasize?: boolean }[];
  /** HighLevel advises against it. */
  isDeprecated: boolean;
}

type Operation = Trigger | Create | Search;

const tokenOf = (operation: Operation): Token => {
  const tokens = new Set(routesOf(operation.operation).map((route) => endpointOf(route).token));
  if (tokens.has('sub-account')) return 'sub-account';
  return tokens.has('agency') ? 'agency' : 'either';
};

const entriesOf = (kind: Kind, catalog: Catalog<Operation>): Entry[] =>
  Object.entries(catalog).flatMap(([category, operations]) =>
    operations
      .filter(({ display }) => !display.hidden)
      .map((operation) => ({
        key: operation.key,
        kind,
        category,
        label: operation.display.label ?? operation.key,
        noun: operation.noun,
        description: operation.display.description ?? '',
        token: tokenOf(operation),
        routes: routesOf(operation.operation),
        scopes: scopesOf(operation),
        groups:
          'inputFieldGroups' in operation.operation
            ? (operation.operation.inputFieldGroups ?? [])
            : [],
        isDeprecated: /deprecated/i.test(
          `${operation.display.label} ${operation.display.description}`,
        ),
      })),
  );

/** Every operation that people see. */
export const entries: Entry[] = [
  ...entriesOf('triggers', triggers),
  ...entriesOf('creates', creates),
  ...entriesOf('searches', searches),
];

const byKey = new Map(entries.map((entry) => [entry.key, entry]));

/** One operation by its key. */
export const entryOf = (key: string): Entry | undefined => byKey.get(key);

export const kindNames: Record<Kind, string> = {
  triggers: 'Trigger',
  creates: 'Action',
  searches: 'Search',
};

export const tokenNames: Record<Token, string> = {
  'sub-account': 'Works in a sub-account',
  agency: 'Agency connection only',
  either: 'Sub-account or agency',
};
