import type { Context } from 'hono';
import type * as zod from 'zod';
import type { Token } from '../state/grants.ts';
import type { State } from '../state/state.ts';
import { fail, forbidden, unauthorized } from './errors.ts';
import type { Env } from './request.ts';
import { lacks } from './validation.ts';

/** Whose token an endpoint takes. */
export type TokenKind = 'sub-account' | 'agency' | 'either';

const VERSIONS = ['2021-04-15', '2021-07-28'];

/** The token of the request; an expired one is an unknown one (api#causes-of-a-401). */
export function authenticate(context: Context<Env>, state: State): Token {
  const [, bearer] = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  const token = bearer ? state.grants.tokenOf(bearer) : undefined;
  const isPrivate = bearer?.startsWith('pit-');
  if (!token) throw unauthorized(isPrivate ? 'Invalid Private Integration token' : 'Invalid JWT');
  return token;
}

export function checkVersion(version: string | undefined): void {
  if (!version) throw unauthorized('version header was not found');
  if (!VERSIONS.includes(version)) throw unauthorized('version header is invalid');
}

export function checkKind(kind: TokenKind, token: Token): void {
  const isAgency = token.locationId === undefined;
  if (kind === 'agency' && !isAgency) throw forbidden();
  if (kind === 'sub-account' && isAgency && token.isPrivate) {
    throw unauthorized("Token's user type mismatch!"); // (api#private-token-refusals)
  }
  if (kind === 'sub-account' && isAgency) {
    throw unauthorized('This authClass type is not allowed to access this scope.');
  }
}

export function checkScopes(scopes: string[], token: Token): void {
  if (!scopes.every((scope) => token.scopes.includes(scope))) {
    throw unauthorized('The token is not authorized for this scope.');
  }
}

type Parts = { path: Record<string, unknown>; query: Record<string, unknown>; body: object };

/**
 * The gateway compares every location named with the token's, before it looks at anything else (api#location-check,
 * api#private-token-refusals).
 */
export function checkLocation(
  { path, query, body }: Parts,
  querySchema: zod.core.$ZodType,
  token: Token,
  state: State,
): void {
  const named = [path, query, body as Record<string, unknown>]
    .flatMap((part) => [part.locationId, part.location_id])
    .filter(Boolean);
  const missing = ['locationId', 'location_id'].some((name) => lacks(querySchema, query, name));
  const isAllowed = (id: unknown) =>
    token.locationId
      ? id === token.locationId
      : state.locations.get(String(id))?.record.companyId === token.companyId;
  if (token.isPrivate && token.locationId && !named.every(isAllowed)) {
    throw unauthorized('This location is not accessible from this token!');
  }
  if (!named.every(isAllowed) || (missing && named.length === 0)) {
    throw fail(403, {
      statusCode: 403,
      message: 'The token does not have access to this location.',
      error: 'Forbidden',
    });
  }
}
