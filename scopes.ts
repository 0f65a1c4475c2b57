import type { Create, Search, Trigger } from 'zapier-platform-core';
import { creates } from './creates/index.ts';
import { endpointOf } from './lib/api/endpoints.ts';
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
