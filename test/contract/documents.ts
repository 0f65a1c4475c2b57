import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { OpenAPIBackend, type Operation } from 'openapi-backend';
import { sourcedRoutes } from '../support/additions.ts';
import { correctAll, type Json } from './corrections.ts';

/** A request or an answer that HighLevel's documents do not allow. */
export interface Finding {
  route: string;
  side: 'request' | 'answer';
  /** Where and what: `/requestBody/dateOfBirth must be object`. */
  what: string;
}

export interface Exchanged {
  method: string;
  path: string;
  /** A name that stands in the query more than once has a list. */
  query: Record<string, string | string[]>;
  version?: string;
  requestBody: string;
  status: number;
  answer: string;
}

/** Where HighLevel's official OpenAPI documents lie: HIGHLEVEL_OPENAPI_DIR, else ../shared/highlevel-documents. */
export const folder = resolve(
  process.env.HIGHLEVEL_OPENAPI_DIR || join('..', 'shared', 'highlevel-documents'),
);

/** Which documents judge an exchange: those of the Version that it bears. */
export type Generation = 'classic' | 'v3';
export const generations: Generation[] = ['classic', 'v3'];

const firstOf = (folders: string[]) => folders.find((one) => existsSync(one)) ?? folder;

// A clone of HighLevel's documentation repository has the documents in `apps` and `apps/v3`.
const homes: Record<Generation, string> = {
  classic: firstOf([join(folder, 'classic'), join(folder, 'apps')]),
  v3: firstOf([join(folder, 'v3'), join(folder, 'apps', 'v3')]),
};

const commonOf = (generation: Generation): string =>
  firstOf([join(homes[generation], 'common'), join(folder, 'common')]);

const filesIn = (home: string): string[] =>
  existsSync(home) ? readdirSync(home).filter((name) => name.endsWith('.json')) : [];

/** Whether the documents of both generations are there. */
export const found = generations.every((one) => filesIn(homes[one]).length > 0);

/** The documents of a generation that have something to do with the app. */
export const documentFiles = (generation: Generation): string[] =>
  filesIn(homes[generation])
    .filter((name) => families.has(name.replace(/(-v3)?\.json$/, '')))
    .map((name) => join(homes[generation], name));

const families = new Set(
  'associations blogs businesses calendars campaigns companies contacts conversations custom-fields forms invoices links locations medias oauth objects opportunities payments products proposals snapshots social-media-posting social-planner surveys users voice-ai workflows'.split(
    ' ',
  ),
);

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Json;

/** Every object of a request body as closed: HighLevel refuses properties that it does not know. */
const close = (schema: unknown): void => {
  if (typeof schema !== 'object' || schema === null) return;
  const one = schema as Json;
  if (one.properties && Object.keys(one.properties).length > 0) one.additionalProperties ??= false;
  for (const part of Object.values(one)) close(part);
};

const refsOf = (part: unknown, into = new Set<string>()): Set<string> => {
  if (typeof part !== 'object' || part === null) return into;
  for (const [key, value] of Object.entries(part)) {
    if (key === '$ref') into.add(String(value).split('/').at(-1) ?? '');
    else refsOf(value, into);
  }
  return into;
};

const backends: Record<Generation, OpenAPIBackend[]> = { classic: [], v3: [] };
/** Those that have paths with this beginning: `v3 contacts`. */
const byBeginning = new Map<string, OpenAPIBackend[]>();
const beginningOf = (generation: Generation, path: string): string =>
  `${generation} ${path.split('/')[1]}`;
const slashed = new Set<string>();

/** Leaves out the answers of failed requests, which nobody judges: each would be compiled with the good ones. */
const keepGoodAnswers = (paths: Record<string, Record<string, Described>>): void => {
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    const good = Object.entries(operation.responses ?? {}).filter(([status]) => status < '300');
    operation.responses = Object.fromEntries(good);
  }
};

/** One document, self-contained, with the request schemas closed. A schema that answers use too is copied first. */
const load = (file: string, shared: Json, generation: Generation): Json => {
  const text = readFileSync(file, 'utf8').replace(/"[^"]*common-schemas\.json#/g, '"#');
  const document = JSON.parse(text) as {
    paths: Record<string, Record<string, Described>>;
    components?: { schemas?: Record<string, unknown> };
  };
  document.components ??= {};
  document.components.schemas ??= {};
  const { schemas } = document.components;
  Object.assign(schemas, (shared.components as { schemas: Json } | undefined)?.schemas);
  const bodies = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ requestBody }) => requestBody),
  );
  const used = new Set<string>();
  const gather = (names: Set<string>) => {
    for (const name of names) {
      if (used.has(name)) continue;
      used.add(name);
      gather(refsOf(schemas[name]));
    }
  };
  correctAll(document);
  keepGoodAnswers(document.paths);
  gather(refsOf(bodies));
  for (const name of used) {
    const copy = JSON.parse(
      JSON.stringify(schemas[name] ?? {}).replace(
        /#\/components\/schemas\/(\w+)/g,
        '#/components/schemas/$1__sent',
      ),
    ) as Json;
    close(copy);
    schemas[`${name}__sent`] = copy;
  }
  // openapi-backend takes `/contacts/` and `/contacts` for the same; HighLevel does not, so the slash is checked apart.
  for (const path of Object.keys(document.paths)) {
    if (!path.endsWith('/')) continue;
    slashed.add(`${generation} ${path.slice(0, -1)}`);
    document.paths[path.slice(0, -1)] ??= {};
    Object.assign(document.paths[path.slice(0, -1)] ?? {}, document.paths[path]);
    delete document.paths[path];
  }
  for (const body of bodies) {
    if (!body) continue;
    const renamed = JSON.stringify(body).replace(
      /#\/components\/schemas\/(\w+)/g,
      '#/components/schemas/$1__sent',
    );
    Object.assign(body, JSON.parse(renamed));
    close(body);
  }
  return document as unknown as Json;
};

const backendOf = (document: Json): OpenAPIBackend =>
  new OpenAPIBackend({
    definition: document as never,
    quick: true,
    validate: true,
    strict: false,
    // To judge the documents’ own schemas takes longer than to judge the app by them.
    ajvOpts: {
      strict: false,
      allErrors: true,
      verbose: true,
      validateSchema: false,
      // Each validator judges a few answers: to make it faster takes longer than they do.
      code: { optimize: false },
    },
    customizeAjv: (ajv: Ajv) =>
      addFormats.default
        ? addFormats.default(ajv)
        : (addFormats as unknown as (one: Ajv) => Ajv)(ajv),
  });

/** Reads every document once. */
export const loadDocuments = async (): Promise<void> => {
  if (backends.classic.length > 0) return;
  for (const generation of generations) {
    const commonFile = join(commonOf(generation), 'common-schemas.json');
    const shared = existsSync(commonFile) ? read(commonFile) : {};
    for (const file of documentFiles(generation)) {
      const backend = backendOf(load(file, shared, generation));
      await backend.init();
      backends[generation].push(backend);
      const beginnings = new Set(
        Object.keys(backend.definition.paths ?? {}).map((path) => beginningOf(generation, path)),
      );
      for (const one of beginnings)
        byBeginning.set(one, [...(byBeginning.get(one) ?? []), backend]);
    }
  }
};

/** The generation of an exchange, by its Version. */
export const generationOf = ({ version }: Pick<Exchanged, 'version'>): Generation =>
  version === 'v3' ? 'v3' : 'classic';

type Errors = ReturnType<OpenAPIBackend['validateRequest']>['errors'];

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

type Match = { backend: OpenAPIBackend; operation: Operation };

const matches = new Map<string, Match | undefined>();

const matchOf = (exchange: Exchanged): Match | undefined => {
  const { method, path } = exchange;
  const generation = generationOf(exchange);
  const key = `${generation} ${method} ${path}`;
  if (!matches.has(key)) {
    const asked = { method, path, headers: {} };
    const found = (byBeginning.get(beginningOf(generation, path)) ?? [])
      .map((backend) => ({ backend, operation: backend.matchOperation(asked) }))
      .find(({ operation }) => operation);
    matches.set(key, found as Match | undefined);
  }
  return matches.get(key);
};

/** The parts of a form with files, by their names. */
const partsIn = (text: string): Json =>
  Object.fromEntries(
    [...text.matchAll(/\bname="([^"]+)"[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/g)].map(
      ([, name, value]) => [name, value],
    ),
  );

/** A body as the documents describe it: JSON, or the fields of a form. */
const parsed = (text: string): unknown => {
  if (text.startsWith('--')) return partsIn(text);
  try {
    return JSON.parse(text);
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
};

/** The endpoint of an addition that says how we know it, since HighLevel's documents do not have it. */
const sourced = ({ method, path }: Exchanged): string | undefined =>
  sourcedRoutes().find((route) =>
    new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`).test(`${method} ${path}`),
  );

/** The document's own name of an endpoint, `POST /contacts/{contactId}/notes`; the request as it was where none fits. */
export const routeOf = (exchange: Exchanged): string => {
  const known = matchOf(exchange) ? undefined : sourced(exchange);
  if (known) return known;
  const path = matchOf(exchange)?.operation.path ?? exchange.path;
  return `${exchange.method} ${path}${slashed.has(`${generationOf(exchange)} ${path}`) ? '/' : ''}`;
};

const tell = (route: string, side: Finding['side'], errors: Errors): Finding[] =>
  (errors ?? []).map(({ instancePath, message, params, keyword, data }) => {
    const { additionalProperty, allowedValues } = params as {
      additionalProperty?: string;
      allowedValues?: unknown[];
    };
    const where = `${instancePath.replace(/\/\d+/g, '/*')}${additionalProperty ? `/${additionalProperty}` : ''}`;
    const but = keyword === 'type' ? `, not ${typeOf(data)}` : '';
    const allowed = allowedValues ? ` (${allowedValues.slice(0, 4).join(', ')} …)` : '';
    return { route, side, what: `${where} ${message}${but}${allowed}` };
  });

/** What the documents say against a request: method, path, Version, query, body. */
export const requestFindings = (exchange: Exchanged): Finding[] => {
  const match = matchOf(exchange);
  const route = routeOf(exchange);
  const refuse = (what: string): Finding => ({ route, side: 'request', what });
  if (!match) return sourced(exchange) ? [] : [refuse('no such endpoint in the documents')];
  const { backend, operation } = match;
  const { method, path, query, version = '', requestBody } = exchange;
  const body = requestBody ? { body: parsed(requestBody) } : {};
  const headers = { version, 'content-type': 'application/json' };
  const { errors } = backend.validateRequest({ method, path, query, headers, ...body }, operation);
  return [
    ...(route.endsWith('/') === path.endsWith('/') ? [] : [refuse('the slash at the end')]),
    ...(requestBody && !operation.requestBody ? [refuse('a body where none is documented')] : []),
    ...tell(route, 'request', errors),
  ];
};

/** What the documents say against an answer. @param answer what of it the document shows; else all of it */
export const answerFindings = (
  exchange: Exchanged,
  answer: unknown = parsed(exchange.answer),
): Finding[] => {
  const match = matchOf(exchange);
  const { status } = exchange;
  if (!match || status >= 300) return [];
  const { backend, operation } = match;
  const route = routeOf(exchange);
  const documentedStatus = Object.keys(operation.responses ?? {}).filter((one) => one < '300');
  if (!documentedStatus.includes(String(status))) {
    const what = `status ${status}, not ${documentedStatus}`;
    return [{ route, side: 'answer', what }];
  }
  return tell(route, 'answer', backend.validateResponse(answer, operation, status).errors);
};

const namesIn = (schema: Json, schemas: Record<string, Json>, depth = 0): string[] => {
  const ref =
    typeof schema.$ref === 'string' ? schemas[schema.$ref.split('/').at(-1) ?? ''] : undefined;
  const one = ref ?? schema;
  const parts = [
    one,
    ...(['allOf', 'anyOf', 'oneOf'] as const).flatMap(
      (word) => (one[word] as Json[] | undefined) ?? [],
    ),
  ];
  return parts.flatMap((part) => {
    if (part !== one) return namesIn(part, schemas, depth);
    if (one.items) return namesIn(one.items as Json, schemas, depth);
    return Object.entries((one.properties as Record<string, Json> | undefined) ?? {}).flatMap(
      ([name, inner]) => [
        name,
        ...(depth < 3
          ? namesIn(inner, schemas, depth + 1).map((deeper) => `${name}.${deeper}`)
          : []),
      ],
    );
  });
};

interface Described {
  parameters?: { in: string; name: string }[];
  requestBody?: { content?: Record<string, { schema?: Json }> };
  responses?: Record<string, { content?: Record<string, { schema?: Json }> }>;
}

const describedBy = (
  route: string,
  generation: Generation,
): { operation: Described; schemas: Record<string, Json> } | undefined => {
  const [method = '', path = ''] = route.split(' ');
  for (const { definition } of backends[generation]) {
    const { paths, components } = definition as unknown as {
      paths: Record<string, Record<string, Described>>;
      components: { schemas: Record<string, Json> };
    };
    const operation = paths[path.replace(/\/$/, '')]?.[method.toLowerCase()];
    if (operation) return { operation, schemas: components.schemas };
  }
  return undefined;
};

/** Whether the documents have an endpoint. */
export const isDocumented = (route: string, generation: Generation = 'classic'): boolean =>
  describedBy(route, generation) !== undefined;

/** Every documented query parameter and body property of an endpoint, nested ones as `a.b`. */
export const documented = (route: string, generation: Generation = 'classic'): string[] => {
  const described = describedBy(route, generation);
  if (!described) return [];
  const { operation, schemas } = described;
  const query = (operation.parameters ?? []).filter((one) => one.in === 'query');
  const body = Object.values(operation.requestBody?.content ?? {});
  return [
    ...new Set([
      ...query.map(({ name }) => name),
      ...body.flatMap(({ schema }) => (schema ? namesIn(schema, schemas) : [])),
    ]),
  ];
};

/** Every property name that a documented answer of an endpoint has, wherever it stands in it. */
export const answerNames = (route: string, generation: Generation = 'classic'): Set<string> => {
  const { operation, schemas } = describedBy(route, generation) ?? {
    operation: {} as Described,
    schemas: {},
  };
  const contents = Object.entries(operation.responses ?? {}).flatMap(([status, { content }]) =>
    status < '300' ? Object.values(content ?? {}) : [],
  );
  const names = contents.flatMap(({ schema }) => (schema ? namesIn(schema, schemas) : []));
  return new Set(names.flatMap((name) => name.split('.')));
};

/** The names that a request carried, in the way `documented` writes them. */
export const carried = ({ query, requestBody }: Exchanged): string[] => {
  const walk = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(walk);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => [
      name,
      ...walk(inner).map((deeper) => `${name}.${deeper}`),
    ]);
  };
  return [...Object.keys(query), ...walk(parsed(requestBody))];
};
