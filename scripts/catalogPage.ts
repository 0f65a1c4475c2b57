import type { Create, PlainInputField, Search, Trigger } from 'zapier-platform-core';
import { catalogKeys } from '../catalog.ts';
import { creates } from '../creates/index.ts';
import { endpointOf } from '../lib/api/endpoints.ts';
import type { Token } from '../lib/api/families.ts';
import { outcomeOf } from '../lib/operations/lookAgain.ts';
import { routesOf } from '../lib/perform.ts';
import { definitionsRoute } from '../records/customFields.ts';
import { scopes, scopesOf, type TokenOwner, tokenScopes } from '../scopes.ts';
import { searches } from '../searches/index.ts';
import { triggers } from '../triggers/index.ts';
import { eventReasons } from './eventReasons.ts';
import { requestReasons } from './requestReasons.ts';

type Operation = Trigger | Create | Search;

const kinds = [
  ['Trigger', triggers],
  ['Action', creates],
  ['Search', searches],
] as const;

/** Every operation that people see, with category and kind, in the order of the index files. */
export const visible: { category: string; kind: string; operation: Operation }[] = kinds.flatMap(
  ([kind, catalog]) =>
    Object.entries(catalog).flatMap(([category, operations]) =>
      (operations as Operation[])
        .filter(({ display }) => !display.hidden)
        .map((operation) => ({ category, kind, operation })),
    ),
);

const connections: Record<Token, string> = {
  'sub-account': 'sub-account, or agency with a chosen sub-account',
  agency: 'agency only',
  either: 'sub-account or agency',
};

const plain = (fields: unknown): PlainInputField[] =>
  ((fields ?? []) as (PlainInputField | object)[]).filter(
    (field): field is PlainInputField => 'key' in field,
  );

/** How many fields of a form or a result only the connection knows. */
const dynamicIn = (fields: unknown[] = []): number => fields.length - plain(fields).length;

const inputs = ({ operation }: Operation, kind: string): string => {
  const { inputFields, outputFields } = operation as Record<string, unknown[] | undefined>;
  const names = plain(inputFields)
    .filter(({ type }) => type !== 'copy')
    .map(({ label, key, required, children }) => {
      const inner = children
        ? ` (${children.map((child) => child.label ?? child.key).join(', ')})`
        : '';
      return `${required ? '**' : ''}${label ?? key}${required ? '**' : ''}${inner}`;
    });
  const routes = routesOf(operation);
  const sub = routes.some((route) => endpointOf(route).token === 'sub-account') ? 1 : 0;
  // The form of a trigger has none of them: “Search Contacts” only names them in its filters.
  const custom = kind === 'Action' && routes.slice(1).includes(definitionsRoute);
  if (custom) names.push('the sub-account’s custom fields');
  // “Which Custom Fields?”, which only few sub-accounts see, goes with results of custom fields.
  else if (dynamicIn(inputFields) - dynamicIn(outputFields) > sub)
    names.push('more by what is chosen');
  return names.join(', ') || 'none';
};

const outputs = ({ operation }: Operation): string => {
  const { outputFields } = operation as { outputFields?: unknown[] };
  const labels = plain(outputFields).map(({ label, key }) => label ?? key);
  const shown = labels.slice(0, 14);
  return (
    shown.join(', ') +
    (labels.length > shown.length ? ` and ${labels.length - shown.length} more` : '')
  );
};

/** What becomes of an action if HighLevel fails before it answers. */
const afterFailure = ({ operation }: Operation): string => {
  if (routesOf(operation).length === 0)
    return 'check in HighLevel before you replay, if the endpoint creates something';
  const outcome = outcomeOf(operation as { perform: object });
  if (outcome === 'repeatable') return 'can be replayed';
  return outcome === 'unknown'
    ? 'check in HighLevel before you replay'
    : `the app looks whether it was done: \`${outcome.route}\``;
};

/** Why it takes so many requests. Throws if several have no reason, or one has one. */
const reasonFor = (key: string, count: number): string => {
  const reason = requestReasons[key];
  if (count > 1 === (reason !== undefined)) return reason ? `: ${reason}` : '';
  throw new Error(
    `The tour counted ${count} requests of ${key}. scripts/requestReasons.ts must ${reason ? 'not ' : ''}say why there are several.`,
  );
};

/** What tells one event of a plain trigger from another, and how much a poll reads for it. */
const eventLines = (key: string): string[] => {
  const [knownBy, reading] = eventReasons[key] ?? [];
  if (knownBy === undefined || reading === undefined) return [];
  return [`- Known by: ${knownBy}.`, `- Reads: ${reading}.`];
};

const entry = (kind: string, one: Operation, count: number | undefined): string => {
  const routes = routesOf(one.operation);
  const [main] = routes;
  // What people choose has no fixed endpoint.
  const ofChoice = 'those of the [endpoint](endpoints.md) that you choose';
  const lines = [
    `### ${one.display.label}`,
    '',
    `${kind} \`${one.key}\`. ${one.display.description}`,
    '',
    `- Fields: ${inputs(one, kind)}`,
    `- Gives: ${main ? outputs(one) : 'what HighLevel documents for the endpoint'}`,
    `- API: ${main ? routes.map((route) => `\`${route}\``).join(', ') : 'the [endpoint](endpoints.md) that you choose'}`,
    `- Scopes: ${
      main
        ? scopesOf(one)
            .map((scope) => `\`${scope}\``)
            .join(', ')
        : ofChoice
    }`,
    `- Connection: ${main ? connections[endpointOf(main).token] : 'any'}`,
  ];
  lines.push(...eventLines(one.key));
  if (kind === 'Action') lines.push(`- If HighLevel fails: ${afterFailure(one)}`);
  if (count !== undefined)
    lines.push(
      `- Requests: ${count} ${kind === 'Trigger' ? (one.display.directions ? 'per post' : 'per quiet poll') : 'per run'}${reasonFor(one.key, count)}`,
    );
  return `${lines.join('\n')}\n`;
};

type Listed = (typeof visible)[number];

const beyondTheCatalog = ', Beyond the Catalog';

const countsOf = (listed: Listed[], what: string): string => {
  const count = (kind: string) => listed.filter((one) => one.kind === kind).length;
  return `${listed.length} ${what}: ${count('Trigger')} triggers, ${count('Action')} actions, ${count('Search')} searches.`;
};

const categoriesOf = (listed: Listed[]): string[] => [
  ...new Set(listed.map(({ category }) => category)),
];

const linksTo = (listed: Listed[], suffix: string): string[] =>
  categoriesOf(listed).map((category) => {
    const title = `${category}${suffix}`;
    const anchor = title
      .toLowerCase()
      .replace(/[^a-z ]/g, '')
      .replace(/ /g, '-');
    return `- [${title}](#${anchor})`;
  });

const sections = (listed: Listed[], counts: Record<string, number>, suffix: string): string[] =>
  categoriesOf(listed).flatMap((category) => [
    `## ${category}${suffix}`,
    '',
    ...listed
      .filter((one) => one.category === category)
      .map(({ kind, operation }) => entry(kind, operation, counts[operation.key])),
  ]);

const tokenSection = (title: string, owner: TokenOwner): string[] => [
  `### ${title}`,
  '',
  ...tokenScopes(owner).map((scope) => `- \`${scope}\``),
  '',
];

/**
 * docs/catalog.md: what a user reads to choose an operation.
 * @param counts requests of one run of each operation, as the tour counted them; without them those lines are left out
 */
export const catalogPage = (counts: Record<string, number> = {}): string => {
  const inCatalog = visible.filter(({ operation }) => catalogKeys.has(operation.key));
  const beyond = visible.filter(({ operation }) => !catalogKeys.has(operation.key));
  const parts = [
    '# Catalog',
    '',
    'Made by `npm run docs` from the app itself; please do not edit. Required fields are **bold**.',
    '',
    countsOf(inCatalog, 'operations'),
    ...(beyond.length > 0 ? ['', countsOf(beyond, 'more that HighLevel’s catalog lacks')] : []),
    '',
    '“Requests” counts what the tour saw go to HighLevel, with the lookups for labels (custom fields, pipelines) and the token of a sub-account already kept from an earlier run. A run that has to look these up makes one more for each, once every few minutes. Custom fields and other fields that HighLevel takes at an endpoint of their own add the requests of that endpoint. A trigger makes more where there is more to read: one per page.',
    '',
    '“If HighLevel fails” says what becomes of an action if HighLevel does not answer, so that nobody knows whether it was done. An action that leads to the same result when it is sent again can be replayed, and Zapier’s Autoreplay does that. If the app looks and finds the record, the step succeeds. If it finds for sure that there is none, the step can be replayed. In all other cases the step stops, and you check in HighLevel first.',
    '',
    ...linksTo(inCatalog, ''),
    ...linksTo(beyond, beyondTheCatalog),
    '',
    ...sections(inCatalog, counts, ''),
    ...sections(beyond, counts, beyondTheCatalog),
    '## All scopes',
    '',
    'What the marketplace app needs, for pasting:',
    '',
    '```',
    scopes.join(' '),
    '```',
    '',
    '## Scopes of a Private Integration Token',
    '',
    'What to choose when you [make a token](private-token.md). You can leave out those that none of your Zaps needs, but not `locations.readonly`, and for an agency not `companies.readonly`.',
    '',
    ...tokenSection('Token of a sub-account', 'sub-account'),
    ...tokenSection('Token of an agency', 'agency'),
  ];
  return parts.join('\n');
};
