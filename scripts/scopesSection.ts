/** The scopes in docs/highlevel-app.md: those of the catalog, what each group adds, and each area of “API Request”. */
import type { Create, Search, Trigger } from 'zapier-platform-core';
import { areaScopes } from '../documents/areas.ts';
import { groups, keysOf } from '../groups.ts';
import { creates, searches, triggers } from '../included.ts';
import { groupName } from '../lib/groupNames.ts';
import { connectionScopes, scopes, scopesOf } from '../scopes.ts';
import { visible } from './catalogPage.ts';

const operations = [triggers, creates, searches].flatMap((catalog) =>
  Object.entries(catalog).flatMap(([category, all]) =>
    (all as (Trigger | Create | Search)[]).map((operation) => ({
      category,
      key: operation.key,
      scopes: scopesOf(operation),
    })),
  ),
);

/** What a build has that leaves out some groups. */
const operationsWithout = (left: readonly string[]) => {
  const keys = new Set(keysOf(left));
  return operations.filter(({ key }) => !keys.has(key));
};

/** What `--only catalog` asks for. */
export const catalogScopes: string[] = [
  ...new Set([
    ...connectionScopes,
    ...operationsWithout(groups()).flatMap((operation) => operation.scopes),
  ]),
].sort();

const codes = (list: readonly string[]): string => list.map((scope) => `\`${scope}\``).join(', ');

const listOf = (title: string, list: readonly string[]): string[] =>
  list.length > 0 ? [`**${title}**`, '', '```scopes', ...[...list].sort(), '```', ''] : [];

/** The catalog’s scopes, each in the first category that needs it. */
const catalogLists = (): string[] => {
  const named = new Set(connectionScopes);
  const lines = listOf(
    'Connection: names of the account, tokens for sub-accounts',
    connectionScopes,
  );
  const left = operationsWithout(groups());
  for (const category of new Set(left.map((operation) => operation.category))) {
    const needed = left
      .filter((operation) => operation.category === category)
      .flatMap((operation) => operation.scopes);
    const fresh = [...new Set(needed)].filter((scope) => !named.has(scope));
    for (const scope of fresh) named.add(scope);
    lines.push(...listOf(category, fresh));
  }
  return lines;
};

/** The scopes that a group needs and the catalog does not. */
const addedBy = (group: string): string[] => {
  const others = groups().filter((one) => one !== group);
  const needed = operationsWithout(others).flatMap((operation) => operation.scopes);
  return [...new Set(needed)].filter((scope) => !catalogScopes.includes(scope)).sort();
};

const groupRow = (group: string): string => {
  const own = visible.filter(({ category }) => groupName(category) === group);
  const left = new Set(keysOf([group]));
  const count = own.filter(({ operation }) => left.has(operation.key)).length;
  const category = own[0]?.category ?? group;
  return `| \`${group}\` | ${category} | ${count} | ${codes(addedBy(group)) || 'none'} |`;
};

const areaRow = ([area, own]: [string, readonly string[]]): string => {
  const more = own.filter((scope) => !scopes.includes(scope));
  return `| \`${area}\` | ${codes(more) || 'none'} |`;
};

const section = (): string =>
  [
    '### The catalog',
    '',
    `The ${catalogScopes.length} scopes of the 126 operations, of their dropdowns, and of the connection:`,
    '',
    ...catalogLists(),
    'In one line:',
    '',
    '```',
    catalogScopes.join(' '),
    '```',
    '',
    '### Groups beyond the catalog',
    '',
    'What each group of the other operations needs besides:',
    '',
    '| Group | Category | Operations | Scopes |',
    '| --- | --- | --- | --- |',
    ...groups().map(groupRow),
    '',
    `The catalog and all groups in one line, ${scopes.length} scopes:`,
    '',
    '```',
    scopes.join(' '),
    '```',
    '',
    '### Areas of “API Request”',
    '',
    "“API Request”, “API Look-Up”, and “New or Changed Record of Any List” work with [every endpoint](endpoints.md) that the connection has the scope for. What each area of HighLevel's documents needs besides all of the above:",
    '',
    '| Area | Scopes |',
    '| --- | --- |',
    ...Object.entries(areaScopes).map(areaRow),
    '',
    "HighLevel's documents name no scope for the other areas.",
  ].join('\n');

const [start, end] = ['<!-- Scopes: written by npm run docs -->', '<!-- End of the scopes -->'];

/** docs/highlevel-app.md with the scopes of the app. */
export const withScopes = (page: string): string => {
  const [before, rest = ''] = page.split(`${start}\n`);
  const [, after = ''] = rest.split(`\n${end}`);
  return `${before}${start}\n\n${section()}\n\n${end}${after}`;
};
