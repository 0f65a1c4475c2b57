/** What is left of the app if groups of operations are left out. */
import digest from '../documents/digest.json' with { type: 'json' };
import { dropdownsOnlyOf, groups, keysOf } from '../groups.ts';
import type * as endpoints from '../lib/api/endpoints.ts';
import { groupName } from '../lib/groupNames.ts';
import type * as performing from '../lib/perform.ts';
import { additions } from './support/additions.ts';
import { pinned } from './support/catalog.ts';
import {
  D005,
  D013,
  D015,
  type Definition,
  type Field,
  type Operation,
  references,
} from './support/checks.ts';
import { validate } from './support/definition.ts';
import { share } from './support/depth.ts';

const variables = ['HIGHLEVEL_WITHOUT', 'HIGHLEVEL_LEFT_OUT', 'HIGHLEVEL_WITH'] as const;
type Variable = (typeof variables)[number];
afterEach(() => {
  for (const name of variables) delete process.env[name];
});

interface Build {
  app: Definition;
  scopes: string[];
  /** What its operations call by. */
  needed: string[];
}

const operationsOf = ({ triggers, creates, searches }: Definition) =>
  [triggers, creates, searches].flatMap((operations) => Object.values(operations ?? {}));

/** The app as another build has it. */
const built = (chosen: Partial<Record<Variable, string>>): Build => {
  Object.assign(process.env, chosen);
  let build: Build | undefined;
  jest.isolateModules(() => {
    const { endpointOf } = require('../lib/api/endpoints.ts') as typeof endpoints;
    const { routesOf } = require('../lib/perform.ts') as typeof performing;
    const app: Definition = require('../index.ts').default;
    const needed = operationsOf(app).flatMap(({ operation }) =>
      routesOf(operation).map((route) => endpointOf(route).scope),
    );
    build = { app, scopes: require('../scopes.ts').scopes, needed };
  });
  for (const name of variables) delete process.env[name];
  if (!build) throw new Error('The app was not loaded.');
  return build;
};

const visibleKeys = ({ app }: Build): string[] =>
  operationsOf(app)
    .filter(({ display }) => !display.hidden)
    .map(({ key }) => key)
    .sort();

/** The names, endpoints and account of the connection itself. */
const connection = ['companies.readonly', 'locations.readonly', 'oauth.readonly', 'oauth.write'];

/** What only dropdowns and custom fields of the catalog read. */
const ofDropdowns = [
  'locations/tags.readonly',
  'objects/record.readonly',
  'objects/schema.readonly',
];

const whole = built({});
const onlyCatalog = built({ HIGHLEVEL_WITHOUT: 'all' });

/** A definition as text; Zapier looks at functions only to see that they are there. */
const textOf = (operation: unknown): string =>
  JSON.stringify(operation, (_, value) => (typeof value === 'function' ? 'function' : value));
const inWhole = new Set(operationsOf(whole.app).map(textOf));

/** An app without the operations that are as in the whole app, which Zapier takes (test/app.test.ts). */
const changedIn = (app: Definition): Definition => {
  const together = Object.entries(app.searchOrCreates ?? {}).flatMap(([key, one]) => [
    key,
    ...Object.values(one),
  ]);
  const changed = (operations: Record<string, Operation> = {}) =>
    Object.fromEntries(
      Object.entries(operations).filter(
        ([key, one]) => together.includes(key) || !inWhole.has(textOf(one)),
      ),
    );
  const { triggers, creates, searches } = app;
  return {
    ...app,
    triggers: changed(triggers),
    creates: changed(creates),
    searches: changed(searches),
  };
};

test('nothing is left out by itself', () => {
  expect(visibleKeys(whole)).toEqual([...pinned, ...additions].map(({ key }) => key).sort());
});

describe('only the catalog', () => {
  test('has its 126 operations, and Zapier takes it', async () => {
    expect(pinned).toHaveLength(126);
    expect(visibleKeys(onlyCatalog)).toEqual(pinned.map(({ key }) => key).sort());
    expect(await validate(changedIn(onlyCatalog.app))).toEqual([]);
  });

  test('asks for the scopes of the catalog, of its dropdowns and of the connection, and for no other', () => {
    const ofCatalog = pinned.flatMap(({ scopes }) => scopes);
    expect(onlyCatalog.scopes).toEqual(
      [...new Set([...connection, ...ofDropdowns, ...ofCatalog])].sort(),
    );
  });

  test('finds or creates contacts alone', () => {
    expect(Object.keys(onlyCatalog.app.searchOrCreates ?? {})).toEqual(['find_contact']);
  });

  test('has no dropdown of “API Request”', () => {
    const keys = operationsOf(onlyCatalog.app).map(({ key }) => key);
    expect(keys.filter((key) => /^list_(api|of)_/.test(key))).toEqual([]);
    expect(keys).toContain('list_sub_accounts');
  });
});

test('a dropdown that only another dropdown of what is left out needs goes with it', () => {
  const operation = (key: string, hidden: boolean, ...dropdowns: string[]) =>
    ({
      key,
      display: { hidden },
      operation: {
        inputFields: dropdowns.map((dynamic) => ({ key: 'x', dynamic: `${dynamic}.id` })),
      },
    }) as unknown as Parameters<typeof dropdownsOnlyOf>[0][number];
  const prices = operation('list_prices', true, 'list_products');
  const products = operation('list_products', true);
  const unnamed = operation('list_folders', true);
  const leaving = [operation('delete_price', false, 'list_prices')];
  const onlyOf = (...staying: typeof leaving) =>
    dropdownsOnlyOf(leaving, [prices, products, unnamed, ...staying]);
  expect(onlyOf()).toEqual(['list_prices', 'list_products']);
  expect(onlyOf(operation('get_product', false, 'list_products'))).toEqual(['list_prices']);
  expect(onlyOf(operation('get_price', false, 'list_prices'))).toEqual([]);
});

const broken = (app: Definition): string[] =>
  [D005, D013, D015, references].flatMap((check) => check(app));

/** The triggers that fields of an app name. Few dropdowns are named by no field that stands in the definition. */
const namedIn = (app: Definition): Set<string> =>
  new Set(
    operationsOf(app)
      .flatMap(({ operation: { inputFields = [] } }) => inputFields as Field[])
      .flatMap(({ dynamic, children = [] }) => [dynamic, ...children.map((one) => one.dynamic)])
      .flatMap((dynamic) => dynamic?.split('.')[0] ?? []),
  );
const namedInWhole = namedIn(whole.app);

/** The dropdowns of “API Request”, which appear only when an endpoint is chosen. */
const ofDocuments = [
  ...new Set(
    [...JSON.stringify(digest).matchAll(/"dynamic":"(\w+)\./g)].map(([, key = '']) => key),
  ),
];

describe.each(share(groups(), 8))('without %s', (group) => {
  const build = built({ HIGHLEVEL_WITHOUT: group });

  test('exactly its operations beyond the catalog are gone', () => {
    const gone = additions.filter(({ category }) => groupName(category) === group);
    expect(gone.length).toBeGreaterThan(0);
    const keys = new Set(visibleKeys(build));
    expect(visibleKeys(whole).filter((key) => !keys.has(key))).toEqual(
      gone.map(({ key }) => key).sort(),
    );
  });

  test('Zapier takes it, and no field points to what is gone', async () => {
    expect(await validate(changedIn(build.app))).toEqual([]);
    expect(broken(build.app)).toEqual([]);
    const { triggers = {} } = build.app;
    if ('list_api_endpoints' in triggers)
      expect(ofDocuments.filter((key) => !(key in triggers))).toEqual([]);
  });

  test('no dropdown is left without a field', () => {
    const named = namedIn(build.app);
    const idle = operationsOf(build.app)
      .filter(({ key, display }) => display.hidden && namedInWhole.has(key) && !named.has(key))
      .map(({ key }) => key);
    expect(idle).toEqual([]);
  });

  test('it asks for what is left, and for nothing else', () => {
    expect(build.scopes).toEqual([...new Set([...connection, ...build.needed])].sort());
    const left = [...pinned, ...additions].filter(({ key }) => visibleKeys(build).includes(key));
    const documented = left.flatMap(({ scopes }) => scopes);
    expect(build.scopes).toEqual(expect.arrayContaining(documented));
    const more = build.scopes.filter((scope) => ![...connection, ...documented].includes(scope));
    for (const scope of more) expect(scope).toMatch(/readonly$/);
  });

  test('a package has the same by the keys that are written into it', () => {
    const packed = built({ HIGHLEVEL_LEFT_OUT: keysOf([group]).join() });
    const keys = ({ app }: Build) => operationsOf(app).map(({ key }) => key);
    expect(keys(packed)).toEqual(keys(build));
    expect(packed.scopes).toEqual(build.scopes);
  });
});
