/** What HighLevel wants of each endpoint, and what is known of a route before it is called. */

import type { JsonObject } from '../values.ts';
import { families, type Token } from './families.ts';
import { generationOf, v3Version } from './generations.ts';

/** How a body goes out that is not JSON. */
export type Encoding = 'multipart/form-data' | 'application/x-www-form-urlencoded';

export interface Family {
  /** The `Version` of its requests, in the generation that the family speaks (lib/api/generations.ts). */
  version: string;
  scope: string;
  token: Token;
}

/** A route statement taken apart, with what HighLevel wants of it. */
export interface Endpoint extends Family {
  route: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/contacts/{contactId}` */
  path: string;
  /** Query parameters beside a body, by the input that fills each: `[['locationId', 'locationId']]`. */
  query: [parameter: string, input: string][];
  /** Only reads, so it may be tried again: a GET, or a search by POST. */
  reads: boolean;
  /** Sent again, it could make a second record, or start something a second time. */
  createsRecord: boolean;
  /** How the body goes out, if not as JSON. */
  encoding?: Encoding | undefined;
  /** The body is not an object but the list that this member holds. */
  bodyMember?: string | undefined;
}

/**
 * The POSTs that make the same state when they are sent again: an upsert finds what it has made; tags, followers and a
 * business are set; a contact has one conversation (api#first-conversation); the others change nothing that lasts. All
 * other POSTs create something (api#no-idempotency).
 */
const repeatable =
  /\/(upsert|followers|validate-slug|typing)$|\/contacts\/[^/]+\/tags$|\/bulk\/|^\/conversations\/$/;

/** Method, path and query of `'DELETE /x/{id}?locationId={locationId}'`, and whether it only reads. */
export const parseRoute = (
  route: string,
): Pick<Endpoint, 'method' | 'path' | 'query' | 'reads' | 'createsRecord'> => {
  const [method = '', target = ''] = route.split(' ');
  const [path = '', query = ''] = target.split('?');
  const reads = method === 'GET' || /\/search(\/|$)/.test(path);
  return {
    method: method as Endpoint['method'],
    path,
    query: [...new URLSearchParams(query)].map(([parameter, input]) => [
      parameter,
      input.slice(1, -1),
    ]),
    reads,
    createsRecord: method === 'POST' && !reads && !repeatable.test(path),
  };
};

const findFamily = ({
  method,
  path,
  reads,
}: Pick<Endpoint, 'method' | 'path' | 'reads'>): Family => {
  for (const [pattern, version, scopes, token = 'sub-account'] of families) {
    const scope = reads ? scopes.read : scopes.write;
    if (scope && pattern.test(`${method} ${path}`)) return { version, scope, token };
  }
  throw new Error(`lib/api/families.ts has no line for ${method} ${path}`);
};

const endpoints = new Map<string, Endpoint>();

const classicEndpoint = (route: string): Endpoint => {
  const parsed = parseRoute(route);
  const endpoint = { route, ...parsed, ...findFamily(parsed) };
  endpoints.set(route, endpoint);
  return endpoint;
};

/**
 * The endpoint of a route statement, parsed once.
 * Throws for a path that no line of the table knows, which is a mistake in an operation file.
 */
export const endpointOf = (route: string | Endpoint): Endpoint => {
  if (typeof route !== 'string') return route;
  const known = endpoints.get(route) ?? classicEndpoint(route);
  return generationOf(known.path) === 'v3' ? { ...known, version: v3Version } : known;
};

/** Those of some values that a route names: `{ id }` of `GET /opportunities/{id}`. */
export const valuesOf = (route: string, values: JsonObject): JsonObject =>
  Object.fromEntries(
    [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, values[name]]),
  );

/** Where the API answers: HighLevel, or what HIGHLEVEL_API_URL says (the sandbox). */
export const apiUrl = (): string =>
  process.env.HIGHLEVEL_API_URL || 'https://services.leadconnectorhq.com';

/** Where people grant access; white-label agencies set HIGHLEVEL_MARKETPLACE_URL to the leadconnectorhq host. */
export const marketplaceUrl = (): string =>
  process.env.HIGHLEVEL_MARKETPLACE_URL || 'https://marketplace.gohighlevel.com';
