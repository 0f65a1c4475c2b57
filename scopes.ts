import type { Create, Search, Trigger } from 'zapier-platform-core';
import { creates } from './creates/index.ts';
import { type Endpoint, endpointOf } from './lib/api/endpoints.ts';
import { routesOf } from './lib/perform.ts';
import { searches } from './searches/index.ts';
import { triggers } from './triggers/index.ts';

const operations: (Trigger | Create | Search)[] = [triggers, creates, searches].flatMap((catalog) =>
  Object.values(catalog).flat(),
);

/** The scopes of one operation: those of the endpoints that it calls. */
export const scopesOf = (operation: Trigger | Create | Search): string[] =>
  [...new Set(routesOf(operation.operation).map((route) => endpointOf(route).scope))].sort();

/** The connection test asks for the sub-account's or the agency's name; an agency exchanges tokens and lists its sub-accounts. */
const connection = ['locations.readonly', 'companies.readonly', 'oauth.readonly', 'oauth.write'];

/** Every scope that the registered operations need, and no other. The marketplace app must have them all. */
export const scopes: string[] = [
  ...new Set([...connection, ...operations.flatMap(scopesOf)]),
].sort();

/** Of which account a Private Integration Token is. */
export type TokenOwner = 'sub-account' | 'agency';

const isOpenTo = (owner: TokenOwner, { token }: Endpoint): boolean =>
  token === owner || token === 'either';

/** What the connection test asks for, and an agency's dropdown of sub-accounts. */
const ofTest: Record<TokenOwner, string[]> = {
  'sub-account': ['locations.readonly'],
  agency: ['companies.readonly', 'locations.readonly'],
};

/** The scopes that a Private Integration Token needs for all that its owner may do with it (api#private-tokens). */
export const tokenScopes = (owner: TokenOwner): string[] => {
  const endpoints = operations
    .map((operation) => routesOf(operation.operation).map(endpointOf))
    .filter(([main]) => main && isOpenTo(owner, main))
    .flat()
    .filter((endpoint) => isOpenTo(owner, endpoint) && !endpoint.path.startsWith('/oauth/'));
  return [...new Set([...ofTest[owner], ...endpoints.map(({ scope }) => scope)])].sort();
};
