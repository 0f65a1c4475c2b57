/** What the sandbox answers by HighLevel's documents alone. */

import { condenseDocuments } from '../../sandbox/documents/condense.ts';
import { endpointsBeyond } from '../../sandbox/documents/endpoints.ts';
import { exampleOf } from '../../sandbox/documents/example.ts';
import { Families } from '../../sandbox/documents/families.ts';
import { keptOf } from '../../sandbox/documents/kept.ts';
import { documentedEndpoints } from '../../sandbox/documents/load.ts';
import type { Described, DocumentedEndpoint, Schema } from '../../sandbox/documents/schema.ts';
import { endpoints } from '../../sandbox/resources/index.ts';
import { answerFaultsOf, folder, isThere } from '../documents/validator.ts';
import { share } from '../support/depth.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

const sandbox = useSandbox();
let client: Client;
let agency: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
  agency = await clientOf(sandbox(), 'agency');
});

const families = new Families(documentedEndpoints);
const beyond = new Set<string>(endpointsBeyond(endpoints).map(({ route }) => route));
const answered = documentedEndpoints.filter(({ route }) => beyond.has(route));

type Json = Record<string, unknown>;

/** A request with all that is documented, for records that are there. */
const requestOf = (one: DocumentedEndpoint) => {
  const { main, company } = sandbox().state;
  const place = one.token === 'agency' ? company : main;
  const [, path = ''] = one.route.split(' ');
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']): [string, string] => [
    name,
    'x1',
  ]);
  const known: Json = {
    ...Object.fromEntries(names),
    locationId: main.id,
    altId: main.id,
    companyId: company.id,
  };
  const { kind, collection, idName, within } = families.roleOf(one);
  const wanted = kind === 'action' ? within : [...within, [collection, idName] as const];
  for (const [of, name] of wanted.filter(([, name]) => name)) {
    const at = of.replaceAll(/\{(\w+)\}/g, (_, id: string) => String(known[id]));
    const kept = keptOf(place, at);
    const now = Date.now();
    const made = { id: 'a1', values: {}, isSeeded: true, createdAt: now, updatedAt: now };
    if (kept.all().length === 0) kept.add(made);
    known[name] = kept.all()[0]?.id;
  }
  const described = one.classic ?? (one.v3 as Described);
  const example = (schema: Schema | undefined): Json => {
    const made = schema ? (exampleOf(schema, '', { now: Date.now() }) as Json) : {};
    const own = Object.keys(made).filter((name) => name in known);
    return { ...made, ...Object.fromEntries(own.map((name) => [name, known[name]])) };
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(example(described.query))) {
    for (const item of [value].flat()) query.append(name, String(item));
  }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? 'x1'));
  return { described, address: `${filled}?${query}`, body: example(described.body) };
};

const formOf = (body: Json): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.append(name, String(value));
  return form;
};

/** Sends a request, and gives what came. */
const ask = async (one: DocumentedEndpoint): Promise<{ status: number; shown: unknown }> => {
  const { described, address, body } = requestOf(one);
  const { connection } = one.token === 'agency' ? agency : client;
  const sent = described.form
    ? { body: formOf(body) }
    : described.body
      ? { body: JSON.stringify(body) }
      : {};
  const response = await fetch(`${sandbox().url}${address}`, {
    method: one.route.split(' ')[0] ?? '',
    headers: {
      authorization: `Bearer ${connection.access_token}`,
      version: one.classic ? one.version : 'v3',
    },
    ...sent,
  });
  const text = await response.text();
  return { status: response.status, shown: text ? JSON.parse(text) : undefined };
};

/** What the documents have against a good answer. */
const excused = [
  // An example may be of several shapes at once.
  /^\S* must match exactly one schema in oneOf$/,
  // Items were sent as objects, which these answers call texts or lists.
  /^\/items\/\d must be (string|array)$/,
  // Country codes are “numbers” there, out of a list in a list.
  /^\S*\/(code|country) must be (number|equal to one of the allowed values)$/,
];

/** Scopes that no app can ask for (scripts/documents/corrections.ts). */
const isClosed = ({ scopes }: DocumentedEndpoint) =>
  scopes.some((scope) => /^locations(\.internal-access-only|\/write)$/.test(scope));

test('there are as many as the sandbox has not by hand', () => {
  expect(documentedEndpoints).toHaveLength(663);
  expect(answered).toHaveLength(477);
});

(isThere ? test : test.skip)(
  'it is what the documents say; if not, run `npm run documents`',
  () => {
    const fresh: unknown = JSON.parse(JSON.stringify(condenseDocuments(folder)));
    expect(JSON.stringify(fresh) === JSON.stringify(documentedEndpoints)).toBe(true);
  },
);

/** To make ready what checks an answer takes three times as long as all else here. */
const checked = new Set(isThere ? share(answered, 4) : []);

test.each(answered.map((one) => [one.route, one] as const))('%s', async (route, one) => {
  const { status, shown } = await ask(one);
  if (isClosed(one)) return expect(status).toBe(401);
  const { status: documented } = one.classic ?? (one.v3 as Described);
  expect([status, status < 300 ? '' : shown]).toEqual([documented, '']);
  if (!checked.has(one)) return undefined;
  const faults = answerFaultsOf(route, shown);
  return expect(faults.filter((what) => !excused.some((one) => one.test(what)))).toEqual([]);
});
