import type { Create, Search, Trigger } from 'zapier-platform-core';
import { creates } from '../creates/index.ts';
import { endpointOf, type Token } from '../lib/api/endpoints.ts';
import { routesOf } from '../lib/perform.ts';
import type { Catalog } from '../lib/zapier.ts';
import { scopesOf } from '../scopes.ts';
import { searches } from '../searches/index.ts';
import type { Kind } from '../tour/zapier.ts';
import { triggers } from '../triggers/index.ts';

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
      })),
  );

/** Every operation that people see. */
export const entries: Entry[] = [
  ...entriesOf('triggers', triggers),
  ...entriesOf('creates', creates),
  ...entriesOf('searches', searches),
];

/** One operation by its key. */
export const entryOf = (key: string): Entry | undefined =>
  entries.find((entry) => entry.key === key);

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

/** The operations whose words hold every word of the query, by category in the order of the catalog. */
export const found = (query: string, kind = ''): [category: string, entries: Entry[]][] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = entries.filter((entry) => {
    const text = [
      entry.label,
      entry.key,
      entry.description,
      entry.category,
      kindNames[entry.kind],
      tokenNames[entry.token],
    ]
      .join(' ')
      .toLowerCase();
    return (!kind || entry.kind === kind) && words.every((word) => text.includes(word));
  });
  const categories = [...new Set(entries.map(({ category }) => category))];
  return categories
    .map((category): [string, Entry[]] => [
      category,
      hits.filter((hit) => hit.category === category),
    ])
    .filter(([, list]) => list.length > 0);
};
