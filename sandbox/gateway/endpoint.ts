import type { Context } from 'hono';
import * as zod from 'zod';
import type { Token } from '../state/grants.ts';
import type { Location, State } from '../state/state.ts';
import {
  authenticate,
  checkKind,
  checkLocation,
  checkScopes,
  checkVersion,
  type TokenKind,
} from './checks.ts';
import { fail, json } from './errors.ts';
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
  state: State;
  now: number;
};

type Statement<Query, Body, Kind> = {
  /** The documented Version; the real API takes either version everywhere (api#version-header). */
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
  const querySchema: zod.core.$ZodType = statement.query ?? nothing;
  const bodySchema: zod.core.$ZodType = statement.body ?? nothing;
  return {
    route,
    async answer(context, state) {
      const token = admit(context, state, statement);
      const path = context.req.param() as Record<PathKeys<R>, string>;
      const query = withoutBrackets(queryOf(context.req));
      const body = statement.body ? await readBody(context, statement.form === true) : {};
      checkLocation({ path, query, body }, querySchema, token, state);
      const result = handler({
        path,
        query: validate(querySchema, query) as zod.output<Query>,
        body: validate(bodySchema, body) as zod.output<Body>,
        token,
        location: (token.locationId
          ? state.locations.get(token.locationId)
          : undefined) as Kind extends 'sub-account' ? Location : Location | undefined,
        state,
        now: state.now(),
      });
      return result instanceof Response ? result : json(result, statement.status);
    },
  };
}

/** What the gateway asks of every request, in its order; gives the token. */
function admit(
  context: Context<Env>,
  state: State,
  { scopes, token: kind = 'sub-account' }: Statement<unknown, unknown, TokenKind>,
): Token {
  context.set('scope', scopes.join(' '));
  const token = authenticate(context, state);
  if (!state.limits.take(token.locationId ?? token.companyId)) {
    throw fail(429, 'Too Many Requests');
  }
  checkVersion(context.req.header('version'));
  checkKind(kind, token);
  checkScopes(scopes, token);
  return token;
}
