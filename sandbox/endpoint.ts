import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono, HonoRequest } from 'hono';
import * as zod from 'zod';
import { Failure, fail } from './errors.ts';
import type { Token } from './oauth.ts';
import type { Location, State } from './state.ts';
import { lacks, validate } from './validation.ts';

export { fail } from './errors.ts';
export { isoDate, limit, skip, text } from './validation.ts';

export type Env = { Bindings: HttpBindings; Variables: { scope?: string } };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Route = `${Method} /${string}`;
type TokenKind = 'sub-account' | 'agency' | 'either';

type PathKeys<R extends string> = R extends `${string}{${infer Key}}${infer Rest}`
  ? Key | PathKeys<Rest>
  : never;

/** What a handler gets: parsed by the schemas, allowed by the token. */
export type Call<R extends string, Query, Body, Kind extends TokenKind> = {
  path: Record<PathKeys<R>, string>;
  query: Query;
  body: Body;
  token: Token;
  /** The token's sub-account; an agency token has none. */
  location: Kind extends 'sub-account' ? Location : Location | undefined;
  state: State;
  now: number;
};

type Statement<Query, Body, Kind> = {
  /** The documented Version; the real API takes either version everywhere (reality d.0 ⚡1). */
  version: '2021-04-15' | '2021-07-28';
  /** The token must have all of them. */
  scopes: string[];
  token?: Kind;
  query?: Query;
  /** Without a schema the body is ignored, as NestJS does. */
  body?: Body;
  form?: boolean;
  status?: number;
};

export type Endpoint = {
  route: Route;
  version: string;
  scopes: string[];
  token: TokenKind;
  answer(context: Context<Env>, state: State): Promise<Response>;
};

const nothing = zod.strictObject({});
const VERSIONS = ['2021-04-15', '2021-07-28'];

/**
 * One endpoint of the real API. `query` and `body` are strict zod objects: HighLevel refuses unknown
 * properties with 422 (reality d.3). The handler answers the JSON or throws `fail(…)`.
 */
export function endpoint<
  const R extends Route,
  Query extends zod.core.$ZodType = typeof nothing,
  Body extends zod.core.$ZodType = typeof nothing,
  Kind extends TokenKind = 'sub-account',
>(
  route: R,
  statement: Statement<Query, Body, Kind>,
  handler: (call: Call<R, zod.output<Query>, zod.output<Body>, Kind>) => object | Response,
): Endpoint {
  const { version, scopes, token: kind = 'sub-account', status = 200 } = statement;
  const querySchema: zod.core.$ZodType = statement.query ?? nothing;

  return {
    route,
    version,
    scopes,
    token: kind,
    async answer(context, state) {
      context.set('scope', scopes.join(' '));
      const token = authenticate(context, state);
      if (!state.limits.take(token.locationId ?? token.companyId))
        throw fail(429, 'Too Many Requests');
      checkVersion(context.req.header('version'));
      checkKind(kind, token);
      if (!scopes.every((scope) => token.scopes.includes(scope))) {
        throw fail(401, {
          statusCode: 401,
          message: 'The token is not authorized for this scope.',
        });
      }
      const path = context.req.param() as Record<string, string>;
      const query = withoutBrackets(queryOf(context.req));
      const body = statement.body ? await readBody(context, statement.form === true) : {};
      checkLocation([path, query, body], querySchema, token, state);
      const result = handler({
        path: path as Record<PathKeys<R>, string>,
        query: validate(querySchema, query) as zod.output<Query>,
        body: validate<zod.core.$ZodType>(statement.body ?? nothing, body) as zod.output<Body>,
        token,
        location: (token.locationId
          ? state.locations.get(token.locationId)
          : undefined) as Kind extends 'sub-account' ? Location : Location | undefined,
        state,
        now: state.now(),
      });
      return result instanceof Response ? result : json(result, status);
    },
  };
}

/** Puts the endpoints on the server; static paths win over parameters, paths match exactly. */
export function mount(app: Hono<Env>, endpoints: Endpoint[], state: State): void {
  const specificFirst = endpoints.toSorted((a, b) =>
    a.route.replaceAll('{', '~') < b.route.replaceAll('{', '~') ? -1 : 1,
  );
  for (const { route, answer } of specificFirst) {
    const [method = '', path = ''] = route.split(' ');
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) => answer(context, state));
  }
  // A path in the wrong case is a 401, any other unknown path a 404 (reality d.1 #306).
  const patterns = endpoints.map(({ route }) => {
    const path = route.slice(route.indexOf(' ') + 1);
    return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`, 'i');
  });
  const exact = patterns.map((pattern) => new RegExp(pattern.source));
  app.notFound(({ req: { method, path } }) => {
    const known = exact.some((pattern) => pattern.test(path));
    return !known && patterns.some((pattern) => pattern.test(path))
      ? failure(fail(401, NOT_ROUTED))
      : failure(fail(404, `Cannot ${method} ${path}`));
  });
}

const NOT_ROUTED = {
  statusCode: 401,
  message: 'This route is not yet supported by the IAM Service. Please update your IAM config.',
};

export const json = (body: object, status = 200) =>
  Response.json(Array.isArray(body) ? body : { ...body, traceId: randomUUID() }, { status });

/** The answer for whatever a handler threw. */
export const failure = (error: unknown) =>
  error instanceof Failure
    ? json(error.body, error.status)
    : json({ statusCode: 500, message: 'Internal server error' }, 500);

function authenticate(context: Context<Env>, state: State): Token {
  const [, bearer] = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  const token = bearer ? state.grants.tokenOf(bearer) : undefined;
  if (!token) throw fail(401, { statusCode: 401, message: 'Invalid JWT' });
  return token;
}

function checkVersion(version: string | undefined): void {
  if (!version) throw fail(401, { statusCode: 401, message: 'version header was not found' });
  if (!VERSIONS.includes(version)) {
    throw fail(401, { statusCode: 401, message: 'version header is invalid' });
  }
}

function checkKind(kind: TokenKind, token: Token): void {
  const isAgency = token.locationId === undefined;
  if (kind === 'agency' && !isAgency) throw fail(403, 'Forbidden resource');
  if (kind === 'sub-account' && isAgency) {
    throw fail(401, {
      statusCode: 401,
      message: 'This authClass type is not allowed to access this scope.',
    });
  }
}

/** The gateway compares every location named with the token's, before it looks at anything else (reality d.1). */
function checkLocation(
  parts: Record<string, unknown>[],
  querySchema: zod.core.$ZodType,
  token: Token,
  state: State,
): void {
  const named = parts.flatMap((part) => [part.locationId, part.location_id]).filter(Boolean);
  const query = parts[1] ?? {};
  const missing = ['locationId', 'location_id'].some((name) => lacks(querySchema, query, name));
  const allowed = (id: unknown) =>
    token.locationId
      ? id === token.locationId
      : state.locations.get(String(id))?.record.companyId === token.companyId;
  if (!named.every(allowed) || (missing && named.length === 0)) {
    throw fail(403, {
      statusCode: 403,
      message: 'The token does not have access to this location.',
      error: 'Forbidden',
    });
  }
}

/** A name that stands in the query more than once has a list. */
export const queryOf = (request: HonoRequest): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(request.queries()).map(([name, values]) => {
      const [first = ''] = values;
      return [name, values.length > 1 ? values : first];
    }),
  );

/** `ids[]=a` is the list `ids`, as Express reads it and HighLevel's own SDK writes it. */
const withoutBrackets = (query: Record<string, string | string[]>) =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) =>
      name.endsWith('[]') ? [name.slice(0, -2), [value].flat()] : [name, value],
    ),
  );

async function readBody(context: Context<Env>, form: boolean): Promise<Record<string, unknown>> {
  const raw = await context.req.text();
  if (form) return Object.fromEntries(new URLSearchParams(raw));
  if (raw === '') return {};
  try {
    const parsed: unknown = JSON.parse(raw);
    return parsed !== null && typeof parsed === 'object' ? { ...parsed } : {};
  } catch (error) {
    throw fail(400, error instanceof Error ? error.message : 'Invalid JSON');
  }
}
