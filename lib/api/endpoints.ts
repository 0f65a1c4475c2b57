/**
 * What HighLevel wants of each family of endpoints: the API version, the scopes, the kind of token.
 * Source: the official OpenAPI documents (`security`, `Version`) as collected in the catalog.
 */

import { generationOf, v3Version } from './generations.ts';

/** Which connection an endpoint works with: a sub-account's (location), an agency's (company) or either. */
export type Token = 'sub-account' | 'agency' | 'either';

/** How a body goes out that is not JSON. */
export type Encoding = 'multipart/form-data' | 'application/x-www-form-urlencoded';

export interface Family {
  /** The `Version` of its requests, in the generation that the family speaks (lib/api/generations.ts). */
  version: string;
  scope: string;
  token: Token;
}

/** Empty where the documents want none. */
type ClassicVersion = '2021-07-28' | '2021-04-15' | '';

/** `[method and path, classic API version, scopes of reading and writing, token]`; the first line that matches counts. */
const families: [RegExp, ClassicVersion, { read?: string; write?: string }, Token?][] = [
  [/ \/contacts\b/, '2021-07-28', { read: 'contacts.readonly', write: 'contacts.write' }],
  [
    / \/calendars\/groups\b/,
    '2021-04-15',
    { read: 'calendars/groups.readonly', write: 'calendars/groups.write' },
  ],
  [
    / \/calendars\/resources\b/,
    '2021-04-15',
    { read: 'calendars/resources.readonly', write: 'calendars/resources.write' },
  ],
  [
    / \/calendars\/(events|blocked-slots|appointments|[^/]+\/notifications)\b/,
    '2021-04-15',
    { read: 'calendars/events.readonly', write: 'calendars/events.write' },
  ],
  [/ \/calendars\b/, '2021-04-15', { read: 'calendars.readonly', write: 'calendars.write' }],
  [
    / \/opportunities\b/,
    '2021-07-28',
    { read: 'opportunities.readonly', write: 'opportunities.write' },
  ],
  [/ \/users\/search\/filter-by-email$/, '2021-07-28', { read: 'users.readonly' }, 'agency'],
  [/^GET \/users\/$/, '2021-07-28', { read: 'users.readonly' }],
  [/ \/users\b/, '2021-07-28', { read: 'users.readonly', write: 'users.write' }, 'either'],
  [/ \/conversations\/providers\b/, '2021-04-15', { write: 'conversations/livechat.write' }],
  [
    / \/conversations\/(messages|locations|[^/]+\/messages)\b/,
    '2021-04-15',
    { read: 'conversations/message.readonly', write: 'conversations/message.write' },
  ],
  [
    / \/conversations\b/,
    '2021-04-15',
    { read: 'conversations.readonly', write: 'conversations.write' },
  ],
  [/ \/businesses\b/, '2021-07-28', { read: 'businesses.readonly', write: 'businesses.write' }],
  [/ \/workflows\b/, '2021-07-28', { read: 'workflows.readonly' }],
  [/ \/campaigns\b/, '2021-07-28', { read: 'campaigns.readonly' }],
  [/ \/snapshots\b/, '2021-07-28', { read: 'snapshots.readonly' }, 'agency'],
  [/ \/companies\b/, '2021-07-28', { read: 'companies.readonly' }, 'agency'],
  [
    / \/locations\/[^/]+\/customFields\b/,
    '2021-07-28',
    { read: 'locations/customFields.readonly' },
  ],
  [
    / \/locations\/[^/]+\/tags\b/,
    '2021-07-28',
    { read: 'locations/tags.readonly', write: 'locations/tags.write' },
  ],
  [/ \/locations\/[^/]+\/timezones$/, '2021-07-28', { read: 'locations.readonly' }],
  [/^GET \/locations\b/, '2021-07-28', { read: 'locations.readonly' }, 'either'],
  [/ \/locations\b/, '2021-07-28', { write: 'locations.write' }, 'agency'],
  [
    / \/associations\/relations\b/,
    '2021-07-28',
    { read: 'associations/relation.readonly', write: 'associations/relation.write' },
  ],
  [
    / \/associations\b/,
    '2021-07-28',
    { read: 'associations.readonly', write: 'associations.write' },
  ],
  [
    / \/objects\/[^/]+\/records\b/,
    '2021-07-28',
    { read: 'objects/record.readonly', write: 'objects/record.write' },
  ],
  [/ \/objects\b/, '2021-07-28', { read: 'objects/schema.readonly' }],
  [/ \/blogs\/posts\/url-slug-exists$/, '2021-07-28', { read: 'blogs/check-slug.readonly' }],
  [/ \/blogs\/authors$/, '2021-07-28', { read: 'blogs/author.readonly' }],
  [/ \/blogs\/categories$/, '2021-07-28', { read: 'blogs/category.readonly' }],
  [/ \/blogs\/posts\/all$/, '2021-07-28', { read: 'blogs/posts.readonly' }],
  [/ \/blogs\/site\/all$/, '2021-07-28', { read: 'blogs/list.readonly' }],
  [/^POST \/blogs\/posts$/, '2021-07-28', { write: 'blogs/post.write' }],
  [/^PUT \/blogs\/posts\b/, '2021-07-28', { write: 'blogs/post-update.write' }],
  [/ \/locations\/[^/]+\/tasks\b/, '2021-07-28', { read: 'locations/tasks.readonly' }],
  [/ \/forms\b/, '2021-07-28', { read: 'forms.readonly' }],
  [/ \/surveys\b/, '2021-07-28', { read: 'surveys.readonly' }],
  [/ \/payments\/orders\b/, '2021-07-28', { read: 'payments/orders.readonly' }],
  [/ \/payments\/transactions\b/, '2021-07-28', { read: 'payments/transactions.readonly' }],
  [/ \/payments\/subscriptions\b/, '2021-07-28', { read: 'payments/subscriptions.readonly' }],
  [/ \/invoices\b/, '2021-07-28', { read: 'invoices.readonly' }],
  [/ \/voice-ai\/dashboard\b/, '2021-04-15', { read: 'voice-ai-dashboard.readonly' }],
  [/ \/voice-ai\/agents\b/, '2021-04-15', { read: 'voice-ai-agents.readonly' }],
  // No document states its scope (api#scope-of-documents).
  [/ \/proposals\/document$/, '2021-07-28', { read: 'documents_contracts/list.readonly' }],
  [/ \/oauth\/token$/, '', { write: 'oauth.write' }, 'either'],
  [/ \/oauth\b/, '2021-07-28', { read: 'oauth.readonly', write: 'oauth.write' }, 'agency'],
];

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
 * business are set; the others change nothing that lasts. All other POSTs create something (api#no-idempotency).
 */
const repeatable = /\/(upsert|followers|validate-slug|typing)$|\/contacts\/[^/]+\/tags$|\/bulk\//;

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
  throw new Error(`lib/api/endpoints.ts has no line for ${method} ${path}`);
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

/** Where the API answers: HighLevel, or what HIGHLEVEL_API_URL says (the sandbox). */
export const apiUrl = (): string =>
  process.env.HIGHLEVEL_API_URL || 'https://services.leadconnectorhq.com';

/** Where people grant access; white-label agencies set HIGHLEVEL_MARKETPLACE_URL to the leadconnectorhq host. */
export const marketplaceUrl = (): string =>
  process.env.HIGHLEVEL_MARKETPLACE_URL || 'https://marketplace.gohighlevel.com';
