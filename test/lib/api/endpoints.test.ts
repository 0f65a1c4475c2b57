import { existsSync, readFileSync } from 'node:fs';
import { catalogKeys } from '../../../catalog.ts';
import { apiUrl, endpointOf, marketplaceUrl, parseRoute } from '../../../lib/api/endpoints.ts';
import { catalog, pinned } from '../../support/catalog.ts';

const shared = '../shared/catalog.json';

interface Shared {
  key: string;
  kind: string;
  label: string;
  category: string;
  endpoints: { method: string; path: string }[];
  version: string;
  scopes: string[];
  tokens: string[];
}

const token = (tokens: string[]) => (tokens.length === 2 ? 'either' : tokens[0]);

(existsSync(shared) ? test : test.skip)('the fixture is a true copy of the catalog', () => {
  const entries: Shared[] = JSON.parse(readFileSync(shared, 'utf8'));
  expect(pinned).toEqual(
    entries.map(({ key, kind, label, category, endpoints, version, scopes, tokens }) => ({
      key,
      kind,
      label,
      category,
      endpoints: endpoints.map(({ method, path }) => `${method} ${path}`),
      version,
      scopes,
      token: token(tokens),
    })),
  );
});

test('the catalog has 126 operations', () => {
  const count = (kind: string) => pinned.filter((entry) => entry.kind === kind).length;
  expect([count('trigger'), count('create'), count('search')]).toEqual([55, 69, 2]);
});

test('the keys of the catalog are those that tour, docs and pushes tell apart', () => {
  expect([...catalogKeys].sort()).toEqual(pinned.map(({ key }) => key).sort());
});

test.each(catalog.filter(({ endpoints }) => endpoints.length > 0))(
  '$key: version, scopes and token',
  ({ endpoints, version, scopes, token: kind }) => {
    const families = endpoints.map(endpointOf);
    expect(new Set(families.map((family) => family.version))).toEqual(new Set([version]));
    expect(new Set(families.map((family) => family.scope))).toEqual(new Set(scopes));
    expect(new Set(families.map((family) => family.token))).toEqual(new Set([kind]));
  },
);

test.each(catalog)('$key: real ids in the path change nothing', ({ endpoints }) => {
  for (const route of endpoints) {
    const { version, scope, token: kind } = endpointOf(route);
    const real = route.replace(/\{\w+\}/g, 'ocQHyuzHvysMo5N5VsXc');
    expect(endpointOf(real)).toMatchObject({ version, scope, token: kind });
  }
});

test.each([
  ['GET /oauth/installedLocations', 'oauth.readonly', 'agency'],
  ['POST /oauth/locationToken', 'oauth.write', 'agency'],
  ['GET /companies/com1', 'companies.readonly', 'agency'],
  ['GET /locations/loc1', 'locations.readonly', 'either'],
  ['GET /locations/loc1/tags', 'locations/tags.readonly', 'sub-account'],
  ['GET /locations/loc1/customFields', 'locations/customFields.readonly', 'sub-account'],
  ['POST /objects/business/records/search', 'objects/record.readonly', 'sub-account'],
])('%s, which the app needs beside the catalog', (route, scope, kind) => {
  expect(endpointOf(route)).toMatchObject({ version: '2021-07-28', scope, token: kind });
});

test('an endpoint that the table does not know is a mistake', () => {
  expect(() => endpointOf('GET /nothing')).toThrow(
    'lib/api/endpoints.ts has no line for GET /nothing',
  );
  expect(() => endpointOf('DELETE /snapshots/{id}')).toThrow('no line');
});

test('a route in its parts; a search by POST reads', () => {
  expect(parseRoute('DELETE /x/{id}?locationId={locationId}')).toEqual({
    method: 'DELETE',
    path: '/x/{id}',
    query: [['locationId', 'locationId']],
    reads: false,
    createsRecord: false,
  });
  expect(parseRoute('POST /contacts/search').reads).toBe(true);
  expect(parseRoute('POST /contacts/').reads).toBe(false);
  expect(parseRoute('POST /contacts/{contactId}/tags').reads).toBe(false);
  expect(parseRoute('GET /contacts/{contactId}').reads).toBe(true);
});

describe('hosts', () => {
  afterEach(() => {
    delete process.env.HIGHLEVEL_API_URL;
    delete process.env.HIGHLEVEL_MARKETPLACE_URL;
  });

  test('HighLevel’s own, unless the environment says otherwise', () => {
    expect(apiUrl()).toBe('https://services.leadconnectorhq.com');
    expect(marketplaceUrl()).toBe('https://marketplace.gohighlevel.com');
    process.env.HIGHLEVEL_API_URL = 'http://127.0.0.1:4010';
    process.env.HIGHLEVEL_MARKETPLACE_URL = 'https://marketplace.leadconnectorhq.com';
    expect(apiUrl()).toBe('http://127.0.0.1:4010');
    expect(marketplaceUrl()).toBe('https://marketplace.leadconnectorhq.com');
  });
});
