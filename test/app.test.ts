import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Create, Search, Trigger } from 'zapier-platform-core';
import { creates } from '../creates/index.ts';
import { endpointOf } from '../lib/api/endpoints.ts';
import { subAccountField } from '../lib/operations/shape.ts';
import { routesOf } from '../lib/perform.ts';
import { scopes } from '../scopes.ts';
import { searches } from '../searches/index.ts';
import { documentedChoices } from '../triggers/dropdowns/documented.ts';
import { triggers } from '../triggers/index.ts';
import { agencyConnection } from './support/api.ts';
import { withCreate, withField, withSearch, withTrigger } from './support/broken.ts';
import { catalog } from './support/catalog.ts';
import * as checks from './support/checks.ts';
import { definition as app, byToken, validate } from './support/definition.ts';
import { within } from './support/within.ts';

const kinds = [
  ['trigger', 'triggers', triggers],
  ['create', 'creates', creates],
  ['search', 'searches', searches],
] as const;

/** Every operation that is registered, with where it stands. */
const registered = kinds.flatMap(([kind, folder, categories]) =>
  Object.entries(categories).flatMap(([category, operations]) =>
    (operations as (Trigger | Create | Search)[]).map((operation) => ({
      kind,
      folder,
      category,
      key: operation.key,
      label: operation.display.label,
      hidden: operation.display.hidden ?? false,
      routes: routesOf(operation.operation),
      operation,
    })),
  ),
);
const visible = registered.filter(({ hidden }) => !hidden);
const entryOf = ({ kind, key }: { kind: string; key: string }) =>
  catalog.find((entry) => entry.kind === kind && entry.key === key);

test('Zapier’s own validation has nothing to say', async () => {
  expect(await validate()).toEqual([]);
  // The operations are the same, and what it says of one does not depend on how people sign in.
  const none = { triggers: {}, creates: {}, searches: {}, searchOrCreates: {} };
  expect(await validate({ ...byToken, ...none })).toEqual([]);
});

test('the fields of a private token say where everything is found, and hide the token', () => {
  const definition = byToken as unknown as checks.Definition;
  const found = [checks.D002, checks.D003];
  expect(found.flatMap((check) => check(definition))).toEqual([]);
  const hidden = definition.authentication?.fields?.filter(({ type }) => type === 'password');
  expect(hidden?.map(({ key }) => key)).toEqual(['privateToken']);
});

describe('the catalog', () => {
  test('is all there, and nothing else (test/support/additions.ts and what it imports)', () => {
    const keys = (entries: { kind: string; key: string }[]) =>
      entries.map(({ kind, key }) => `${kind} ${key}`).sort();
    expect(keys(visible)).toEqual(keys(catalog));
  });

  test('names labels and categories, and their order within a kind', () => {
    for (const [kind] of kinds) {
      for (const category of new Set([...catalog, ...visible].map((entry) => entry.category))) {
        const here = (entry: { kind: string; category: string }) =>
          entry.kind === kind && entry.category === category;
        const said = visible.filter(here).map(({ key, label }) => [key, label]);
        const known = catalog
          .filter((entry) => here(entry) && visible.some(({ key }) => key === entry.key))
          .map(({ key, label }) => [key, label]);
        expect([kind, category, said]).toEqual([kind, category, known]);
      }
    }
  });

  test('its endpoints are those that the operations call', () => {
    const wrong = visible.filter((one) =>
      entryOf(one)?.endpoints.some(
        (endpoint) => !one.routes.some((route) => shape(route) === shape(endpoint)),
      ),
    );
    expect(wrong.map(({ key, routes }) => `${key}: ${routes.join(', ')}`)).toEqual([]);
  });
});

/** A route without names: `GET /contacts/{}`. */
const shape = (route: string) => route.replace(/\?.*/, '').replace(/\{\w+\}/g, '{}');

describe('files', () => {
  // A name without an underscore holds what several operations of the folder share.
  const files = kinds.flatMap(([, folder]) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && file.includes('_'))
      .map((file) => [folder, file] as const),
  );

  test.each(files)('%s/%s is registered under its name', async (folder, file) => {
    const { default: operation } = await import(`../${folder}/${file}`);
    const key = basename(file, '.ts');
    expect(operation.key).toBe(key);
    const found = registered.find((one) => one.folder === folder && one.key === key);
    const index = file.startsWith('dropdowns/') ? 'dropdowns/index.ts' : 'index.ts';
    expect(found?.operation === operation ? '' : `${folder}/${index} does not list it`).toBe('');
  });

  test('dropdowns are hidden triggers in triggers/dropdowns, and nothing else is there', () => {
    const there = files.filter(([, file]) => file.startsWith('dropdowns/')).map(([, file]) => file);
    // Those of the documented endpoints are made in one file.
    const made = new Set(documentedChoices.map(({ key }) => key));
    const hidden = registered
      .filter(({ key, hidden: isHidden }) => isHidden && !made.has(key))
      .map(({ key }) => `dropdowns/${key}.ts`);
    expect(there.sort()).toEqual(hidden.sort());
  });
});

describe('scopes', () => {
  const connection = ['companies.readonly', 'locations.readonly', 'oauth.readonly', 'oauth.write'];
  const ofCatalog = visible.flatMap((one) => entryOf(one)?.scopes ?? []);
  const ofRoutes = registered.flatMap(({ routes }) =>
    routes.map((route) => endpointOf(route).scope),
  );

  test('are those of the operations, of their dropdowns and of the connection, no more', () => {
    expect(scopes).toEqual([...new Set([...connection, ...ofCatalog, ...ofRoutes])].sort());
  });

  test('beside the catalog’s own, only those that dropdowns and custom fields read by', () => {
    const extra = scopes.filter((scope) => ![...connection, ...ofCatalog].includes(scope));
    for (const scope of extra) expect(scope).toMatch(/readonly$/);
  });
});

/** The texts that an operation shows, by what they are. */
const textsOf = (value: unknown): { label: string[]; sentence: string[] } => {
  const found = { label: [] as string[], sentence: [] as string[] };
  JSON.stringify(value, (name, part) => {
    if (name === 'label' && typeof part === 'string') found.label.push(part);
    if (/^(helpText|description|directions)$/.test(name) && typeof part === 'string')
      found.sentence.push(part);
    return name === 'sample' ? undefined : part;
  });
  return found;
};

test('labels are titles: small words are small', () => {
  const labels = visible.flatMap(({ key, operation }) =>
    textsOf(operation).label.map((label) => ({ key, label })),
  );
  expect(labels.length).toBeGreaterThan(3_000);
  const odd =
    / (A|An|And|At|By|For|From|In|Of|Or|The|To|With) \S|\bIds?\b|-[a-z]\w* (ID|Was)|^Location ID$|Sub Account/;
  // A location is a sub-account: its ID is “Sub-Account ID”, in the `labels` of a record.
  expect(labels.filter(({ label }) => odd.test(label))).toEqual([]);
});

test('sentences say “a user” and “an email”', () => {
  const sentences = visible.flatMap(({ operation }) => textsOf(operation).sentence);
  expect(sentences.length).toBeGreaterThan(500);
  const odd = /\b(an (us|uni|[bcdfgjkpqtvwyz])|a ([aeio]|un[^i]))/i;
  expect(sentences.filter((sentence) => odd.test(sentence))).toEqual([]);
});

test.each(['inputFields', 'outputFields'])(
  '%s are not made before somebody asks for them',
  (fields) => {
    const made = registered.filter(({ operation }) =>
      Array.isArray(Object.getOwnPropertyDescriptor(operation.operation, fields)?.value),
    );
    expect(made.map(({ key }) => key)).toEqual([]);
  },
);

test('“Sub-Account” has a dropdown', async () => {
  const [field] = await within(async (z, bundle) => subAccountField(z, bundle), {
    authData: agencyConnection,
  });
  expect(field?.dynamic).toBe('list_sub_accounts.id.name');
  expect(app.triggers?.list_sub_accounts?.operation.sample).toMatchObject({
    id: expect.any(String),
    name: expect.any(String),
  });
});

/** What each check must complain of, in a small app that is broken so. */
const broken: Record<string, [checks.Check, ...checks.Definition[]]> = {
  D001: [
    checks.D001,
    withField({ key: 'api_key' }),
    withField({ key: 'apiToken' }),
    withField({ key: 'user_password' }),
  ],
  D002: [
    checks.D002,
    { authentication: { fields: [{ key: 'api_key', helpText: 'Ask your admin for it.' }] } },
  ],
  D003: [
    checks.D003,
    { authentication: {} },
    { authentication: { connectionLabel: 'HighLevel' } },
    { authentication: { connectionLabel: '{{access_token}}' } },
    { authentication: { connectionLabel: '{{bundle.authData.api_key}}' } },
  ],
  D004: [checks.D004, withField({ key: 'contactId' }), withField({ key: 'user_ids', list: true })],
  D005: [checks.D005, withField({ dynamic: 'nothing.id.name' })],
  D007: [checks.D007, withField({ helpText: 'See [this](http://example.com).' })],
  D008: [
    checks.D008,
    withField({ helpText: 'See https://example.com for more.' }),
    withField({ helpText: 'See [this] (https://example.com).' }),
    withTrigger({ description: 'Triggers when [this](example) is new.' }),
  ],
  D009: [checks.D009, withSearch({})],
  D010: [
    checks.D010,
    withTrigger({ sample: { name: 'x' } }),
    withTrigger({ outputFields: [{ key: 'revision', primary: true }] }),
  ],
  D011: [checks.D011, withField({ label: 'Thing', helpText: 'Thing.' })],
  D012: [checks.D012, withTrigger({ sample: {} })],
  D013: [checks.D013, withField({ search: 'nothing.id' })],
  D014: [
    checks.D014,
    withField({ search: 'find.id' }),
    withField({ search: 'find.id', dynamic: 'thing.id', list: true }),
    withField({ search: 'find.id', dynamic: 'thing.id', type: 'boolean' }),
  ],
  D015: [
    checks.D015,
    { searchOrCreates: { find: { search: 'find', create: 'make' } }, ...withCreate({}) },
    { searchOrCreates: { find: { search: 'find', create: 'make' } }, ...withSearch({}) },
  ],
  D018: [
    checks.D018,
    withTrigger({ label: 'Get thing' }),
    withTrigger({ label: 'of Things' }),
    withCreate({ label: 'Add it To' }),
  ],
  D021: [
    checks.D021,
    withTrigger({ description: 'Triggers whenever a thing is new.' }),
    withTrigger({ description: 'Triggers when a thing is new' }),
  ],
  D022: [checks.D022, withCreate({})],
  D023: [
    checks.D023,
    withTrigger({ sample: { id: '1', at: '2023-08-01T06:50:30' } }),
    withTrigger({ sample: { id: '1', deep: [{ at: '08/01/2023' }] } }),
    withTrigger({ sample: { id: '1', at: '2023-08-01 06:50:30' } }),
    withTrigger({ sample: { id: '1', at: 1690872630000 } }),
  ],
  D024: [
    checks.D024,
    withTrigger({ outputFields: [{ key: 'name', required: true }] }),
    withTrigger({ sample: { id: '1', n: '1' }, outputFields: [{ key: 'n', type: 'integer' }] }),
    withTrigger({
      sample: { id: '1', rows: [{ n: 1 }, { n: 'x' }] },
      outputFields: [{ key: 'rows[]n', type: 'number' }],
    }),
    withTrigger({
      sample: { id: '1', a: { at: 'soon' } },
      outputFields: [{ key: 'a__at', type: 'datetime' }],
    }),
    withTrigger({ sample: { id: '1', tags: 'x' }, outputFields: [{ key: 'tags', list: true }] }),
  ],
  D025: [checks.D025, withField({ helpText: 'Click [here](javascript:alert(1)) now.' })],
  D028: [checks.D028, {}, { flags: { cleanInputData: true } }],
  references: [
    checks.references,
    { ...withTrigger({ hidden: true }), ...withField({ dynamic: 'thing.id.name' }) },
    { ...withSearch({}), ...withField({ search: 'find.number' }) },
  ],
  style: [
    checks.style,
    withTrigger({ description: 'Triggers when HighLevel has a new thing.' }),
    withCreate({ description: 'Create a thing.' }),
    withSearch({ description: 'Gets a thing.' }),
    withField({ label: 'Contact ID' }),
    withField({ label: 'first name' }),
    withField({ helpText: 'Too short.' }),
    withField({ label: 'thing' }),
    withField({ choices: { email: 'Email', sms: 'text message' } }),
  ],
  traps: [
    checks.traps,
    withTrigger({ sample: { id: '1', from: { source: 'return form' } } }),
    withTrigger({ sample: { id: '1', list: [{ require: 'x', id: 2 }] } }),
  ],
};

/** What a check says and we leave as it is, with the reason. */
const accepted: Record<string, RegExp> = {
  // HighLevel's own name for the password of a new user.
  D001: /^(create|update)_user\.password: /,
  // Ids of other services and of website visitors, of which HighLevel has no list; “email ids” are addresses.
  D004: /\.(conversationProviderId|pixelId|social__googlePlacesId|visitorId|additionalEmailIds): /,
};

describe.each(Object.entries(broken))('%s', (id, [check, ...definitions]) => {
  test('our app passes', () => {
    expect(check(app).filter((said) => !accepted[id]?.test(said))).toEqual([]);
  });

  test.each(definitions.map((definition, index) => [index + 1, definition] as const))(
    'a broken app fails (%d)',
    (_index, definition) => {
      expect(check(definition)).toHaveLength(1);
    },
  );
});

test('a sound app passes every check', () => {
  const sound: checks.Definition = {
    authentication: {
      connectionLabel: '{{name}} ({{kind}})',
      fields: [{ key: 'account' }],
    },
    ...withTrigger({
      description: 'Triggers when a thing is new, see [our help](https://example.com/help).',
      sample: {
        id: '1',
        revision: 'new',
        day: '2023-08-01',
        at: '2023-08-01T06:50:30-0500',
        utc: '2023-08-01T06:50:30.000Z',
        phone: '+14155550134',
        tags: ['a'],
        rows: [{ n: 1 }],
        nothing: null,
      },
      outputFields: [
        { key: 'id', primary: true },
        { key: 'revision', primary: true },
        { key: 'at', type: 'datetime' },
        { key: 'tags', list: true },
        { key: 'rows[]n', type: 'number' },
        { key: 'nothing', type: 'number' },
      ],
    }),
    ...withSearch({ inputFields: [{ key: 'email', label: 'Email' }] }),
    ...withField({
      key: 'thingId',
      dynamic: 'thing.id.tags,phone',
      search: 'find.id',
      required: true,
      helpText: 'Choose a thing, or write `https://…`.',
    }),
    searchOrCreates: { find: { search: 'find', create: 'make' } },
    flags: { cleanInputData: false },
  };
  for (const [id, [check]] of Object.entries(broken)) {
    expect([id, check(sound)]).toEqual([id, []]);
  }
});

test('runs are counted by connection and sub-account, as HighLevel counts them', () => {
  const { throttle } = app as { throttle?: object };
  expect(throttle).toMatchObject({
    scope: ['auth'],
    key: 'highlevel-{{bundle.inputData.locationId}}',
  });
});
