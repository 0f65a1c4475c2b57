/** What the sandbox answers by HighLevel's documents alone. */
import { endpointsBeyond } from '../../sandbox/documents/endpoints.ts';
import { exampleOf } from '../../sandbox/documents/example.ts';
import { Families } from '../../sandbox/documents/families.ts';
import { keptOf } from '../../sandbox/documents/kept.ts';
import { documentedEndpoints } from '../../sandbox/documents/load.ts';
import type { Described, DocumentedEndpoint, Schema } from '../../sandbox/documents/schema.ts';
import { endpoints } from '../../sandbox/resources/index.ts';
import { answerFaultsOf, isThere } from '../documents/validator.ts';
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
  const known: Json = { locationId: main.id, altId: main.id, companyId: company.id };
  const [, path = ''] = one.route.split(' ');
  const { kind, collection, idName, within } = families.roleOf(one);
  const wanted = kind === 'action' ? within : [...within, [collection, idName] as const];
  for (const [of, name] of wanted.filter(([, name]) => name)) {
    const at = of.replaceAll(/\{(\w+)\}/g, (_, id: string) => String(known[id]));
    known[name] = keptOf(place, at).all()[0]?.id ?? 'x1';
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

test.each(answered.map((one) => [one.route, one] as const))('%s', async (route, one) => {
  const { described, address, body } = requestOf(one);
  const { call, connection } = one.token === 'agency' ? agency : client;
  const method = route.split(' ')[0] ?? '';
  const version = one.classic ? one.version : 'v3';
  const headers = { authorization: `Bearer ${connection.access_token}`, version };
  const answer = described.form
    ? await fetch(`${sandbox().url}${address}`, { method, headers, body: formOf(body) })
    : await call(`${method} ${address}`, described.body ? body : undefined, { version });
  const shown =
    answer.body instanceof ReadableStream ? await (answer as Response).json() : answer.body;
  expect([answer.status, answer.status < 300 ? '' : shown]).toEqual([described.status, '']);
  if (isThere) expect(answerFaultsOf(route, shown)).toEqual([]);
});
