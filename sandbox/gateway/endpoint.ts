import type { Context } from 'hono';
import * as zod from 'zod';
import type { Token } from '../state/grants.ts';
import type { Location, State } from '../state/state.ts';
import { authenticate, checkKind, checkLocation, checkScopes, type TokenKind } from './checks.ts';
import { fail, json } from './errors.ts';
import { checkGeneration, type Generation, generationOf, type REMOVED } from './generations.ts';
import { type Env, queryOf, readBody, withoutBrackets } from './request.ts';
import { validate } from './validation.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Route = `${Method} /${string}`;

type PathKeys<R extends string> = R extends `${string}{${infer Key}}${infer Rest}`
  ? Key | PathKeys<Rest>
  : never;

/** What a handler gets: parsed by the schemas, allowed by the token. */
type Call<R extends string, Query, Body, Kind extends TokenKind> = {
  path: Record<PathKeys<R>, string>;
  query: Query;
  body: Body;
  token: Token;
  /** The token's sub-account; an agency token has none. */
  location: Kind extends 'sub-account' ? Location : Location | undefined;
  /** Whose documents the answer follows. */
  generation: Generation;
  state: State;
  now: number;
};

type Statement<Query, Body, Kind> = {
  /** The documented classic Version; the real API takes every classic one everywhere (api#version-header). */
  version: '2021-04-15' | '2021-07-28';
  /** The token must have all of them. */
  scopes: string[];
  token?: Kind;
  query?: Query;
  /** Without a schema the body is ignored, as NestJS does. */
  body?: Body;
  /** What a request gets that does not fit; 422 without it. */
  refusal?: 400 | 422;
  /** The body is a form; one with files arrives in parts. */
  form?: 'plain' | 'files';
  status?: number;
  /** Only v3 has it. */
  since?: 'v3';
  /** v3 does not have it, and refuses it in these words. */
  until?: keyof typeof REMOVED;
  /** What v3 takes instead; the schemas give the handler what the classic ones give. */
  v3?: { query?: Giving<Query>; body?: Giving<Body> };
};

/** A schema of another input with the same output. */
type Giving<Schema> = Schema extends zod.core.$ZodType
  ? zod.core.$ZodType<zod.output<Schema>>
  : never;

/** An endpoint as the server mounts it. */
export type Endpoint = {
  route: Route;
  answer(context: Context<Env>, state: State): Promise<Response>;
};

const nothing = zod.strictObject({});

/**
 * One endpoint of the real API. `query` and `body` are strict zod objects: HighLevel refuses unknown
 * properties with 422 (api#strict-bodies). The handler answers the JSON or throws `fail(…)`.
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
  const schemas: Record<Generation, Record<'query' | 'body', zod.core.$ZodType>> = {
    classic: { query: statement.query ?? nothing, body: statement.body ?? nothing },
    v3: {
      query: statement.v3?.query ?? statement.query ?? nothing,
      body: statement.v3?.body ?? statement.body ?? nothing,
    },
  };
  return {
    route,
    async answer(context, state) {
      const { token, generation } = admit(context, state, statement);
      const schema = schemas[generation];
      const path = context.req.param() as Record<PathKeys<R>, string>;
      const query = withoutBrackets(queryOf(context.req));
      const body = statement.body ? await readBody(context, statement.form) : {};
      checkLocation({ path, query, body }, schema.query, token, state);
      const result = handler({
        path,
        query: validate(schema.query, query, statement.refusal) as zod.output<Query>,
        body: validate(schema.body, body, statement.refusal) as zod.output<Body>,
        token,
        location: (token.locationId
          ? state.locations.get(token.locationId)
          : undefined) as Kind extends 'sub-account' ? Location : Location | undefined,
        generation,
        state,
        now: state.now(),
      });
      return result instanceof Response ? result : json(result, statement.status);
    },
  };
}

/** What the gateway asks of every request, in its order; gives the token and what is spoken. */
function admit(
  context: Context<Env>,
  state: State,
  { scopes, token: kind = 'sub-account', since, until }: Statement<unknown, unknown, TokenKind>,
): { token: Token; generation: Generation } {
  context.set('scope', scopes.join(' '));
  const token = authenticate(context, state);
  if (!state.limits.take(token.locationId ?? token.companyId)) {
    throw fail(429, 'Too Many Requests');
  }
  const generation = generationOf(context.req.header('version'), state);
  checkGeneration(generation, context.req, { since, until });
  checkKind(kind, token);
  checkScopes(scopes, token);
  return { token, generation };
}
